import { EPSILON } from "~/domain/tally/bounded-money";
import { gcd } from "~/domain/tally/fraction";
import { type Profile, supportersOf } from "~/domain/tally/profile";

/** An exact load `num / (common denominator × weight)`. */
export interface ExactLoad {
  readonly num: bigint;
  readonly weight: bigint;
}

interface Purchase {
  readonly cost: bigint;
  readonly weight: bigint;
  /** Supporters by the round that gave them their load: weights, parallel to rounds. */
  readonly rounds: readonly number[];
  readonly weights: readonly number[];
}

/**
 * The loads of all voters. A voter carries the load of the last purchase made for them, so there
 * are at most as many different loads as purchases, and a project is judged by how many of its
 * supporters stand at each of them. As doubles the loads are sums of positive terms: `error`
 * bounds their relative error. On demand they are repeated exactly over one denominator.
 */
export class VoterLoads {
  /** Bound of the relative error of every load so far. */
  error = 0;
  private readonly lastRound: Int32Array;
  private readonly loads: number[] = [0];
  private readonly purchases: Purchase[] = [];
  private readonly loadOf: Float64Array;
  private counts = new Float64Array(16);
  private readonly exact: bigint[] = [0n];
  private denominator = 1n;

  constructor(
    private readonly profile: Profile,
    private readonly weights: Float64Array,
  ) {
    this.lastRound = new Int32Array(weights.length);
    this.loadOf = new Float64Array(weights.length);
  }

  /** The load its supporters would carry if `p` were bought now. O(supporters). */
  loadAfter(p: number, cost: number): number {
    const { loadOf } = this;
    const { supporters, weights } = this.profile;
    const end = endOf(this.profile, p);
    let sum = 0;
    let other = 0;
    let i = startOf(this.profile, p);
    for (; i + 1 < end; i += 2) {
      sum += (weights[i] as number) * (loadOf[supporters[i] as number] as number);
      other += (weights[i + 1] as number) * (loadOf[supporters[i + 1] as number] as number);
    }
    if (i < end) sum += (weights[i] as number) * (loadOf[supporters[i] as number] as number);
    return (cost + sum + other) / (this.profile.support[p] as number);
  }

  exactLoadAfter(p: number, cost: bigint): ExactLoad {
    this.catchUp();
    this.countByRound(p);
    let num = cost * this.denominator;
    for (let round = 1; round < this.loads.length; round++)
      num += BigInt(this.counts[round] as number) * (this.exact[round] as bigint);
    return { num, weight: BigInt(this.profile.support[p] as number) };
  }

  /** Buys `p` at the load found for it. */
  buy(p: number, cost: bigint, load: number): void {
    this.countByRound(p);
    const rounds = this.loads.map((_, round) => round).filter((round) => (this.counts[round] as number) > 0);
    const weights = rounds.map((round) => this.counts[round] as number);
    this.purchases.push({ cost, weight: BigInt(this.profile.support[p] as number), rounds, weights });
    this.error += (rounding(this.profile, p) + 2) * EPSILON;
    this.loads.push(load);
    for (const group of supportersOf(this.profile, p)) {
      this.lastRound[group] = this.loads.length - 1;
      this.loadOf[group] = load;
    }
    if (this.loads.length >= this.counts.length) this.counts = new Float64Array(this.counts.length * 2);
  }

  private countByRound(p: number): void {
    const { counts, lastRound, weights } = this;
    counts.fill(0, 0, this.loads.length);
    const groups = supportersOf(this.profile, p);
    for (let i = 0; i < groups.length; i++) {
      const group = groups[i] as number;
      const round = lastRound[group] as number;
      counts[round] = (counts[round] as number) + (weights[group] as number);
    }
  }

  private catchUp(): void {
    for (let at = this.exact.length - 1; at < this.purchases.length; at++) {
      const { cost, weight, rounds, weights } = this.purchases[at] as Purchase;
      const num = rounds.reduce(
        (sum, round, i) => sum + BigInt(weights[i] as number) * (this.exact[round] as bigint),
        cost * this.denominator,
      );
      const common = gcd(num, weight);
      const factor = weight / common;
      this.denominator *= factor;
      for (let i = 0; i < this.exact.length; i++) this.exact[i] = (this.exact[i] as bigint) * factor;
      this.exact.push(num / common);
    }
  }
}

function startOf({ blockOf, blockStart }: Profile, p: number): number {
  return blockStart[blockOf[p] as number] as number;
}

function endOf(profile: Profile, p: number): number {
  return startOf(profile, p + 1);
}

/** How many roundings, of relative size EPSILON at most, a load of `p` goes through. */
export function rounding(profile: Profile, p: number): number {
  return (endOf(profile, p) - startOf(profile, p)) / 2 + 6;
}

export function compareLoads(a: ExactLoad, b: ExactLoad): number {
  const left = a.num * b.weight;
  const right = b.num * a.weight;
  return left < right ? -1 : left > right ? 1 : 0;
}
