import { EPSILON } from "~/domain/tally/bounded-money";
import { gcd } from "~/domain/tally/fraction";
import { type Profile, supportersOf } from "~/domain/tally/profile";

/** An exact load `num / (common denominator × weight)`. */
export interface ExactLoad {
  readonly num: bigint;
  readonly weight: bigint;
}

/** How many voters of those who support a project carry the load of one purchase. */
interface Carriers {
  readonly round: number;
  readonly voters: number;
}

interface Purchase {
  readonly cost: bigint;
  readonly weight: bigint;
  readonly carriers: readonly Carriers[];
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
  /**
   * By group: the purchase that gave it its load, 0 before the first. Two bytes where they suffice: every
   * evaluation reads this table in no order, and what matters is how much of it stays near the processor.
   */
  private readonly lastRound: Uint16Array | Uint32Array;
  /** By purchase: the load it left its supporters with. */
  private readonly loads: Float64Array;
  private readonly purchases: Purchase[] = [];
  private readonly exact: bigint[] = [0n];
  private denominator = 1n;

  constructor(
    private readonly profile: Profile,
    groups: number,
  ) {
    const projects = profile.support.length;
    this.lastRound = projects < 2 ** 16 ? new Uint16Array(groups) : new Uint32Array(groups);
    this.loads = new Float64Array(projects + 1);
  }

  /** The load its supporters would carry if `p` were bought now. O(supporters). */
  loadAfter(p: number, cost: number): number {
    const { lastRound, loads } = this;
    const { supporters, weights } = this.profile;
    const end = endOf(this.profile, p);
    let sum = 0;
    let other = 0;
    let i = startOf(this.profile, p);
    for (; i + 1 < end; i += 2) {
      const round = lastRound[supporters[i] as number] as number;
      const next = lastRound[supporters[i + 1] as number] as number;
      sum += (weights[i] as number) * (loads[round] as number);
      other += (weights[i + 1] as number) * (loads[next] as number);
    }
    if (i < end)
      sum += (weights[i] as number) * (loads[lastRound[supporters[i] as number] as number] as number);
    return (cost + sum + other) / (this.profile.support[p] as number);
  }

  exactLoadAfter(p: number, cost: bigint): ExactLoad {
    this.catchUp();
    const num = this.together(this.carriers(p), cost);
    return { num, weight: BigInt(this.profile.support[p] as number) };
  }

  /** Buys `p` at the load found for it. */
  buy(p: number, cost: bigint, load: number): void {
    const weight = BigInt(this.profile.support[p] as number);
    this.purchases.push({ cost, weight, carriers: this.carriers(p) });
    this.error += (rounding(this.profile, p) + 2) * EPSILON;
    const round = this.purchases.length;
    this.loads[round] = load;
    const { lastRound } = this;
    const groups = supportersOf(this.profile, p);
    for (let i = 0; i < groups.length; i++) lastRound[groups[i] as number] = round;
  }

  private carriers(p: number): Carriers[] {
    const { lastRound } = this;
    const { supporters, weights } = this.profile;
    const counts = new Float64Array(this.purchases.length + 1);
    const end = endOf(this.profile, p);
    for (let i = startOf(this.profile, p); i < end; i++) {
      const round = lastRound[supporters[i] as number] as number;
      counts[round] = (counts[round] as number) + (weights[i] as number);
    }
    const found: Carriers[] = [];
    for (const [round, voters] of counts.entries())
      if (round > 0 && voters > 0) found.push({ round, voters });
    return found;
  }

  private together(carriers: readonly Carriers[], cost: bigint): bigint {
    return carriers.reduce(
      (sum, { round, voters }) => sum + BigInt(voters) * (this.exact[round] as bigint),
      cost * this.denominator,
    );
  }

  private catchUp(): void {
    for (let at = this.exact.length - 1; at < this.purchases.length; at++) {
      const { cost, weight, carriers } = this.purchases[at] as Purchase;
      const num = this.together(carriers, cost);
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
