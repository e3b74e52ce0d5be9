import type { Profile } from "~/domain/tally/profile";

/** Twice the unit roundoff of a double: every rounding below is covered with room to spare. */
export const EPSILON = 2 ** -52;

/**
 * A quantity that depends on how far the endowment is raised, `0 <= d <= span`:
 * its true value lies within `radius` of `value + slope * d`.
 */
export interface Ranged {
  readonly value: number;
  readonly slope: number;
  readonly radius: number;
}

/** Who can pay for a project, by class; `count` entries of each array are in use. */
export interface Holders {
  count: number;
  readonly weight: Float64Array;
  readonly utility: Float64Array;
  readonly value: Float64Array;
  readonly slope: Float64Array;
  readonly radius: Float64Array;
}

/** What a purchase did to its supporters, in voters. */
export interface Charged {
  /** Those who had money left to give. */
  readonly payers: number;
  /** Those of them who gave all they had. */
  readonly exhausted: number;
}

/**
 * The money of all voters in doubles with proven error bounds, valid for a whole span of
 * endowments at once (affine arithmetic, Comba and Stolfi 1993). Voters who bought the same
 * things hold the same amount and form a class; class 0 has certainly nothing left.
 */
export class BoundedMoney {
  readonly holders: Holders;
  span = 0;

  private readonly classOf: Int32Array;
  private readonly touched: Int32Array;
  /** Supporters and their weights; those with nothing left are moved behind `liveEnd` of their block. */
  private readonly supporters: Int32Array;
  private readonly weights: Float64Array;
  private readonly liveEnd: Uint32Array;
  private members = new Int32Array(64);
  private value = new Float64Array(64);
  private slope = new Float64Array(64);
  private radius = new Float64Array(64);
  private tally = new Float64Array(64);
  private movedTo = new Int32Array(64);
  private classes = 2;
  private vacant: number[] = [];
  private loaded = -1;

  constructor(
    private readonly profile: Profile,
    private readonly groupWeights: Float64Array,
  ) {
    const most = longestList(profile);
    this.classOf = new Int32Array(groupWeights.length);
    this.supporters = profile.supporters.slice();
    this.weights = new Float64Array(this.supporters.length);
    for (let i = 0; i < this.weights.length; i++) this.weights[i] = groupWeights[this.supporters[i] as number] as number;
    this.liveEnd = profile.blockStart.slice(1);
    this.touched = new Int32Array(most);
    const column = () => new Float64Array(most);
    this.holders = { count: 0, weight: column(), utility: column(), value: column(), slope: column(), radius: column() };
  }

  /** Everybody holds `endowment` again; what follows is valid for `0 <= d <= span`. */
  reset(endowment: number, span: number): void {
    this.classOf.fill(1);
    this.liveEnd.set(this.profile.blockStart.subarray(1));
    this.members[1] = this.groupWeights.length;
    this.value[1] = endowment;
    this.slope[1] = 1;
    this.radius[1] = EPSILON * endowment;
    this.classes = 2;
    this.vacant = [];
    this.span = span;
    this.loaded = -1;
  }

  /** Fills `holders` with the classes that support `p`. O(supporters with money). */
  load(p: number): void {
    if (this.loaded === p) return;
    const { blockOf, utility } = this.profile;
    let n = 0;
    for (let b = blockOf[p] as number; b < (blockOf[p + 1] as number); b++) {
      const met = this.meet(b);
      for (let i = 0; i < met; i++) this.list(n++, this.touched[i] as number, utility[b] as number);
    }
    this.holders.count = n;
    this.loaded = p;
  }

  /**
   * Adds up the weights of a block by class, into `tally` for the classes in `touched`; returns
   * how many. Supporters found without money are swapped behind the end and not seen again.
   */
  private meet(b: number): number {
    const { classOf, weights, tally, touched, supporters } = this;
    let met = 0;
    let end = this.liveEnd[b] as number;
    for (let i = this.profile.blockStart[b] as number; i < end; ) {
      const group = supporters[i] as number;
      const at = classOf[group] as number;
      const weight = weights[i] as number;
      if (at !== 0) {
        const before = tally[at] as number;
        if (before === 0) touched[met++] = at;
        tally[at] = before + weight;
        i += 1;
        continue;
      }
      end -= 1;
      supporters[i] = supporters[end] as number;
      supporters[end] = group;
      weights[i] = weights[end] as number;
      weights[end] = weight;
    }
    this.liveEnd[b] = end;
    return met;
  }

  /**
   * Takes min(their money, price × utility) from the supporters of `p`. A class for which the
   * bounds cannot tell whether anything remains keeps an amount around zero. O(supporters).
   */
  charge(p: number, price: Ranged): Charged {
    const { blockOf } = this.profile;
    const vacated: number[] = [];
    const charged = { payers: 0, exhausted: 0 };
    for (let b = blockOf[p] as number; b < (blockOf[p + 1] as number); b++) this.chargeBlock(b, price, charged, vacated);
    for (const at of vacated) if (this.members[at] === 0) this.vacant.push(at);
    this.loaded = -1;
    return charged;
  }

  private chargeBlock(b: number, price: Ranged, charged: { payers: number; exhausted: number }, vacated: number[]): void {
    const { classOf, weights, supporters } = this;
    const utility = this.profile.utility[b] as number;
    const end = this.liveEnd[b] as number;
    let met = 0;
    for (let i = this.profile.blockStart[b] as number; i < end; i++) {
      const group = supporters[i] as number;
      const from = classOf[group] as number;
      if (from === 0) continue;
      if (this.movedTo[from] === 0) {
        const paid = this.pay(from, price, utility);
        this.movedTo[from] = paid + 1;
        this.touched[met++] = from;
      }
      const next = (this.movedTo[from] as number) - 1;
      const weight = weights[i] as number;
      charged.payers += weight;
      if (next === 0 || (this.value[next] as number) <= (this.radius[next] as number)) charged.exhausted += weight;
      classOf[group] = next;
      this.members[next] = (this.members[next] as number) + 1;
      this.members[from] = (this.members[from] as number) - 1;
    }
    for (let i = 0; i < met; i++) {
      const from = this.touched[i] as number;
      this.movedTo[from] = 0;
      if (this.members[from] === 0) vacated.push(from);
    }
  }

  /** What the supporters of `p` hold together, at the start of the span, as a plain double. */
  total(p: number): number {
    this.load(p);
    let sum = 0;
    for (let i = 0; i < this.holders.count; i++) sum += (this.holders.weight[i] as number) * (this.holders.value[i] as number);
    return sum;
  }

  private list(n: number, at: number, utility: number): void {
    const { weight, utility: units, value, slope, radius } = this.holders;
    weight[n] = this.tally[at] as number;
    this.tally[at] = 0;
    units[n] = utility;
    value[n] = this.value[at] as number;
    slope[n] = this.slope[at] as number;
    radius[n] = this.radius[at] as number;
  }

  /** The class a member of `from` is in after paying for one purchase. */
  private pay(from: number, price: Ranged, utility: number): number {
    const value = this.value[from] as number;
    const slope = this.slope[from] as number;
    const due = utility * price.value;
    const dueSlope = utility * price.slope;
    const rounding = EPSILON * (value + due + this.span * (Math.abs(slope) + Math.abs(dueSlope)));
    const radius = (this.radius[from] as number) + utility * price.radius + 2 * rounding;
    const rest = value - due;
    const restAtEnd = rest + (slope - dueSlope) * this.span;
    const most = Math.max(rest, restAtEnd) + radius;
    if (most <= 0) return 0;
    if (Math.min(rest, restAtEnd) > radius) return this.open(rest, slope - dueSlope, radius);
    return this.open(most / 2, 0, most / 2);
  }

  private open(value: number, slope: number, radius: number): number {
    const at = this.vacant.pop() ?? this.classes++;
    if (at >= this.value.length) this.grow();
    this.value[at] = value;
    this.slope[at] = slope;
    this.radius[at] = radius;
    this.members[at] = 0;
    return at;
  }

  private grow(): void {
    this.members = doubled(Int32Array, this.members);
    this.movedTo = doubled(Int32Array, this.movedTo);
    this.value = doubled(Float64Array, this.value);
    this.slope = doubled(Float64Array, this.slope);
    this.radius = doubled(Float64Array, this.radius);
    this.tally = doubled(Float64Array, this.tally);
  }
}

function doubled<T extends Float64Array | Int32Array>(Type: new (length: number) => T, source: T): T {
  const target = new Type(source.length * 2);
  target.set(source as never);
  return target;
}

function longestList({ blockOf, blockStart }: Profile): number {
  let most = 0;
  for (let p = 0; p + 1 < blockOf.length; p++) {
    const from = blockStart[blockOf[p] as number] as number;
    most = Math.max(most, (blockStart[blockOf[p + 1] as number] as number) - from);
  }
  return most;
}
