import { bitLength } from "~/domain/tally/fraction";
import { type Profile, supportersOf } from "~/domain/tally/profile";

/** What those who do not support a project would pay at most: exactly, over the money's denominator. */
export interface RestPrice {
  readonly num: bigint;
  readonly weight: bigint;
}

/**
 * The money left after Equal Shares, when everybody may be asked to help: supporters of a project
 * give all they have, the others share the rest equally as far as theirs reaches. Amounts by
 * group, exact over one denominator, with doubles beside them to find what is worth comparing.
 */
export class SharedRest {
  private readonly rough: Float64Array;
  private readonly supports: Uint8Array;
  /** Groups by rising amount, with the weight and money of all before each. */
  private order: Int32Array = new Int32Array();
  private weightBefore: Float64Array = new Float64Array();
  private moneyBefore: Float64Array = new Float64Array();

  constructor(
    private readonly profile: Profile,
    private readonly weights: Float64Array,
    private amounts: bigint[],
    private denominator: bigint,
  ) {
    this.rough = new Float64Array(weights.length);
    this.supports = new Uint8Array(weights.length);
    this.sort();
  }

  /** About how much each other voter would pay at most, for a project that all money together can pay. */
  roughPrice(p: number, cost: number): number {
    const supporters = supportersOf(this.profile, p);
    let price = 0;
    for (let pass = 0; pass < 64; pass++) {
      const place = this.firstNotBelow(price);
      let gives = this.moneyBefore[place] as number;
      let shares = (this.weightBefore[this.order.length] as number) - (this.weightBefore[place] as number);
      for (const group of supporters) {
        const [amount, weight] = [this.rough[group] as number, this.weights[group] as number];
        const poor = amount < price;
        if (poor) continue;
        gives += weight * amount;
        shares -= weight;
      }
      const next = (cost - gives) / shares;
      if (!(shares > 0 && next > price)) return price;
      price = next;
    }
    return price;
  }

  /** The same exactly, or `null`. O(groups) on big numbers. */
  price(p: number, cost: bigint): RestPrice | null {
    this.mark(p, 1);
    const poor = this.supports.slice();
    this.mark(p, 0);
    for (;;) {
      let num = cost * this.denominator;
      let weight = 0n;
      for (let group = 0; group < poor.length; group++) {
        if (poor[group] === 1) num -= (this.amounts[group] as bigint) * BigInt(this.weights[group] as number);
        else weight += BigInt(this.weights[group] as number);
      }
      if (weight === 0n) return num <= 0n ? { num: 0n, weight: 1n } : null;
      let changed = false;
      for (let group = 0; group < poor.length; group++) {
        if (poor[group] === 1 || (this.amounts[group] as bigint) * weight >= num) continue;
        poor[group] = 1;
        changed = true;
      }
      if (!changed) return { num, weight };
    }
  }

  /** Takes all from supporters and min(their money, price) from the others. */
  charge(p: number, { num, weight }: RestPrice): void {
    this.mark(p, 1);
    this.denominator *= weight;
    this.amounts = this.amounts.map((amount, group) => {
      const rest = this.supports[group] === 1 ? 0n : amount * weight - num;
      return rest > 0n ? rest : 0n;
    });
    this.mark(p, 0);
    this.sort();
  }

  private mark(p: number, value: 0 | 1): void {
    for (const group of supportersOf(this.profile, p)) this.supports[group] = value;
  }

  private sort(): void {
    const shift = BigInt(Math.max(0, bitLength(this.denominator) - 1000));
    const unit = Number(this.denominator >> shift);
    for (let group = 0; group < this.rough.length; group++) {
      this.rough[group] = Number((this.amounts[group] as bigint) >> shift) / unit;
    }
    this.order = Int32Array.from(this.rough.keys()).sort(
      (a, b) => (this.rough[a] as number) - (this.rough[b] as number),
    );
    this.weightBefore = new Float64Array(this.order.length + 1);
    this.moneyBefore = new Float64Array(this.order.length + 1);
    for (const [place, group] of this.order.entries()) {
      const weight = this.weights[group] as number;
      this.weightBefore[place + 1] = (this.weightBefore[place] as number) + weight;
      this.moneyBefore[place + 1] =
        (this.moneyBefore[place] as number) + weight * (this.rough[group] as number);
    }
  }

  private firstNotBelow(price: number): number {
    let [from, to] = [0, this.order.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.rough[this.order[middle] as number] as number) < price) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
