/**
 * All ballots, identical ones together. Group `g` stands for `weight[g]` voters who chose
 * `projects[start[g] .. start[g + 1])`: ascending for approval, choose-1 and cumulative ballots,
 * best first for ordinal ones. `points` is parallel to `projects`, in units of
 * `10^-pointDecimals`; `null` where ballots carry none.
 */
export interface BallotGroups {
  readonly count: number;
  readonly weight: Float64Array;
  readonly start: Uint32Array;
  readonly projects: Int32Array;
  readonly points: Float64Array | null;
  readonly pointDecimals: number;
}

/**
 * Collects canonical ballots and merges equal ones by open-addressing hashing: O(marks) time,
 * memory proportional to the distinct ballots only.
 */
export class BallotCollector {
  private count = 0;
  private used = 0;
  private weight = new Float64Array(256);
  private start = new Uint32Array(257);
  private hashes = new Int32Array(256);
  private projects = new Int32Array(1024);
  private points: Float64Array | null;
  private table = new Int32Array(1024);

  constructor(withPoints: boolean) {
    this.points = withPoints ? new Float64Array(1024) : null;
  }

  /** Adds one canonical ballot: the first `length` entries of the arrays. */
  add(projects: Int32Array, points: Float64Array, length: number, weight: number): void {
    const hash = this.points ? hashOf(projects, points, length) : hashOf(projects, null, length);
    const mask = this.table.length - 1;
    let slot = hash & mask;
    for (let entry = this.table[slot] as number; entry !== 0; entry = this.table[slot] as number) {
      if (this.hashes[entry - 1] === hash && this.same(entry - 1, projects, points, length)) {
        this.weight[entry - 1] = (this.weight[entry - 1] as number) + weight;
        return;
      }
      slot = (slot + 1) & mask;
    }
    this.table[slot] = this.append(projects, points, length, weight, hash);
    if (this.count * 2 > this.table.length) this.rehash();
  }

  /** The groups collected so far, with points counted in `10^-pointDecimals`. */
  finish(pointDecimals: number): BallotGroups {
    const scale = 10 ** pointDecimals;
    return {
      count: this.count,
      weight: this.weight.slice(0, this.count),
      start: this.start.slice(0, this.count + 1),
      projects: this.projects.slice(0, this.used),
      points: this.points ? this.points.slice(0, this.used).map((value) => Math.round(value * scale)) : null,
      pointDecimals,
    };
  }

  private same(group: number, projects: Int32Array, points: Float64Array, length: number): boolean {
    const from = this.start[group] as number;
    if ((this.start[group + 1] as number) - from !== length) return false;
    for (let i = 0; i < length; i++) if (this.projects[from + i] !== projects[i]) return false;
    if (this.points) for (let i = 0; i < length; i++) if (this.points[from + i] !== points[i]) return false;
    return true;
  }

  private append(
    projects: Int32Array,
    points: Float64Array,
    length: number,
    weight: number,
    hash: number,
  ): number {
    if (this.count === this.weight.length) this.growGroups();
    while (this.used + length > this.projects.length) this.growMarks();
    for (let i = 0; i < length; i++) this.projects[this.used + i] = projects[i] as number;
    if (this.points) for (let i = 0; i < length; i++) this.points[this.used + i] = points[i] as number;
    this.weight[this.count] = weight;
    this.hashes[this.count] = hash;
    this.used += length;
    this.count += 1;
    this.start[this.count] = this.used;
    return this.count;
  }

  private growGroups(): void {
    this.weight = copyInto(new Float64Array(this.count * 2), this.weight);
    this.start = copyInto(new Uint32Array(this.count * 2 + 1), this.start);
    this.hashes = copyInto(new Int32Array(this.count * 2), this.hashes);
  }

  private growMarks(): void {
    const size = this.projects.length * 2;
    this.projects = copyInto(new Int32Array(size), this.projects);
    if (this.points) this.points = copyInto(new Float64Array(size), this.points);
  }

  private rehash(): void {
    this.table = new Int32Array(this.table.length * 2);
    const mask = this.table.length - 1;
    for (let group = 0; group < this.count; group++) {
      let slot = (this.hashes[group] as number) & mask;
      while (this.table[slot] !== 0) slot = (slot + 1) & mask;
      this.table[slot] = group + 1;
    }
  }
}

function hashOf(projects: Int32Array, points: Float64Array | null, length: number): number {
  let hash = length | 0;
  for (let i = 0; i < length; i++) hash = mix(hash, projects[i] as number);
  if (points) for (let i = 0; i < length; i++) hash = mix(hash, ((points[i] as number) * 64) | 0);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) ^ (hash >>> 12);
}

function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1);
  return mixed ^ (mixed >>> 13);
}

function copyInto<T extends Float64Array | Int32Array | Uint32Array>(target: T, source: T): T {
  target.set(source as never);
  return target;
}
