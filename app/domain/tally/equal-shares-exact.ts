import { type Fraction, gcd } from "~/domain/tally/fraction";
import type { Profile } from "~/domain/tally/profile";

/**
 * The exact payment per unit of utility: `num / (denominator of the money × weight)`, and how fast
 * it changes with the endowment: `slope` over the same denominator.
 */
export interface ExactPrice {
  readonly num: bigint;
  readonly slope: bigint;
  /** Summed weight × utility of those who do not give all they have. */
  readonly weight: bigint;
}

interface Holder {
  readonly amount: bigint;
  readonly slope: bigint;
  readonly weight: bigint;
  readonly utility: bigint;
  poor: boolean;
}

/**
 * The money of all voters as exact rationals, for the Method of Equal Shares. Voters who bought
 * the same things hold the same amount, so one number per such class suffices; class 0 has
 * nothing left. All amounts share one denominator, which a purchase multiplies by the weight of
 * its full payers, so that nothing but a small common factor is ever reduced.
 */
export class ExactMoney {
  private readonly classOf: Int32Array;
  private readonly members: number[];
  private readonly amounts: bigint[];
  private readonly slopes: bigint[];
  private readonly vacant: number[] = [];
  private denominator: bigint;

  constructor(
    private readonly profile: Profile,
    private readonly weights: Float64Array,
    endowment: Fraction,
  ) {
    this.classOf = new Int32Array(weights.length).fill(1);
    this.members = [0, weights.length];
    this.amounts = [0n, endowment.num];
    this.slopes = [0n, endowment.den];
    this.denominator = endowment.den;
  }

  /**
   * The price at which the supporters of `p` together pay `cost`; `null` if they cannot. Newton's
   * method on the concave, piecewise linear sum of payments: it only rises, and ends after as
   * many rounds as the split into those who give all and the others changes, mostly 2 or 3.
   */
  price(p: number, cost: bigint): ExactPrice | null {
    const holders = this.holders(p);
    const goal = cost * this.denominator;
    for (;;) {
      let num = goal;
      let slope = 0n;
      let weight = 0n;
      for (const holder of holders) {
        if (!holder.poor) weight += holder.weight * holder.utility;
        else {
          num -= holder.amount * holder.weight;
          slope -= holder.slope * holder.weight;
        }
      }
      if (weight === 0n) return null;
      let changed = false;
      for (const holder of holders) {
        if (holder.poor || holder.amount * weight >= num * holder.utility) continue;
        holder.poor = true;
        changed = true;
      }
      if (!changed) return { num, slope, weight };
    }
  }

  /** The price as a fraction in lowest terms, in money units per unit of utility. */
  value(price: ExactPrice): Fraction {
    const den = price.weight * this.denominator;
    const divisor = gcd(price.num, den);
    return { num: price.num / divisor, den: den / divisor };
  }

  /** Takes min(their money, price × utility) from every supporter of `p`. */
  private charge(p: number, price: ExactPrice): void {
    const reduced = gcd(gcd(price.weight, price.num), price.slope);
    this.rescale(price.weight / reduced);
    const { blockOf, blockStart, supporters, utility } = this.profile;
    for (let b = blockOf[p] as number; b < (blockOf[p + 1] as number); b++) {
      const units = BigInt(utility[b] as number);
      const due = (price.num / reduced) * units;
      const dueSlope = (price.slope / reduced) * units;
      const moved = new Map<number, number>();
      for (let i = blockStart[b] as number; i < (blockStart[b + 1] as number); i++) {
        this.move(supporters[i] as number, due, dueSlope, moved);
      }
    }
  }

  /** Repeats a purchase that the supporters of `p` can pay. */
  buy(p: number, cost: bigint): void {
    const price = this.price(p, cost);
    if (price) this.charge(p, price);
  }

  /** What a voter of each group holds, in parts of `unit`. */
  amountsByGroup(): bigint[] {
    return Array.from(this.classOf, (at) => this.amounts[at] as bigint);
  }

  /** The denominator that all amounts share. */
  get unit(): bigint {
    return this.denominator;
  }

  private move(group: number, due: bigint, dueSlope: bigint, moved: Map<number, number>): void {
    const from = this.classOf[group] as number;
    if (from === 0) return;
    let to = moved.get(from);
    if (to === undefined) {
      const rest = (this.amounts[from] as bigint) - due;
      to = rest > 0n ? this.open(rest, (this.slopes[from] as bigint) - dueSlope) : 0;
      moved.set(from, to);
    }
    this.classOf[group] = to;
    this.members[to] = (this.members[to] as number) + 1;
    this.members[from] = (this.members[from] as number) - 1;
    if (this.members[from] === 0) this.vacant.push(from);
  }

  private open(amount: bigint, slope: bigint): number {
    const at = this.vacant.pop() ?? this.amounts.length;
    this.amounts[at] = amount;
    this.slopes[at] = slope;
    this.members[at] = 0;
    return at;
  }

  private rescale(factor: bigint): void {
    if (factor === 1n) return;
    this.denominator *= factor;
    for (let at = 1; at < this.amounts.length; at++) {
      if (this.members[at] === 0) continue;
      this.amounts[at] = (this.amounts[at] as bigint) * factor;
      this.slopes[at] = (this.slopes[at] as bigint) * factor;
    }
  }

  /** Supporters of `p` with money, together by amount and utility. O(supporters). */
  private holders(p: number): Holder[] {
    const { blockOf, blockStart, supporters, utility } = this.profile;
    const holders: Holder[] = [];
    for (let b = blockOf[p] as number; b < (blockOf[p + 1] as number); b++) {
      const weightOf = new Map<number, number>();
      for (let i = blockStart[b] as number; i < (blockStart[b + 1] as number); i++) {
        const group = supporters[i] as number;
        const at = this.classOf[group] as number;
        if (at !== 0) weightOf.set(at, (weightOf.get(at) ?? 0) + (this.weights[group] as number));
      }
      const units = BigInt(utility[b] as number);
      for (const [at, weight] of weightOf) {
        holders.push({
          amount: this.amounts[at] as bigint,
          slope: this.slopes[at] as bigint,
          weight: BigInt(weight),
          utility: units,
          poor: false,
        });
      }
    }
    return holders;
  }
}

/** Compares prices per utility of two projects; `factor` is 1, or the cost where utility is cost. */
export function comparePrices(a: ExactPrice, factorA: bigint, b: ExactPrice, factorB: bigint): number {
  const left = a.num * b.weight * factorB;
  const right = b.num * a.weight * factorA;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whether two equal prices also change alike with the endowment. */
export function sameSlope(a: ExactPrice, factorA: bigint, b: ExactPrice, factorB: bigint): boolean {
  return a.slope * b.weight * factorB === b.slope * a.weight * factorA;
}
