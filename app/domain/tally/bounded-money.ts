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

/** The supporters of a project divided at a price: the poor hold less than price × utility. */
export interface Division {
  /** How many groups were summed up, and how many of them are poor. */
  readonly terms: number;
  readonly poor: number;
  /** What the poor hold together: value, slope, |slope|, radius. */
  readonly spent: number;
  readonly change: number;
  readonly absolute: number;
  readonly doubt: number;
  /** Summed weight × utility of the rich. Whole numbers, so exact. */
  readonly rich: number;
}

/** Where the border between poor and rich may run otherwise than it seems. */
export interface Border {
  /** The most by which misplaced voters hold more or less than the division takes them to. */
  readonly excess: number;
  /** Summed weight × utility of those among the rich who may be poor. */
  readonly near: number;
}

/** What a purchase did to its supporters, in voters. */
export interface Charged {
  /** Those who had money left to give. */
  readonly payers: number;
  /** Those of them who gave all they had. */
  readonly exhausted: number;
}

/** A group's record: what each of its voters holds, as a `Ranged`, and how many they are. */
const RECORD = 4;
const SLOPE = 1;
const RADIUS = 2;
const WEIGHT = 3;

/**
 * The money of all voters in doubles with proven error bounds, valid for a whole span of
 * endowments at once (affine arithmetic, Comba and Stolfi 1993). A value of exactly 0 means
 * certainly nothing left, over the whole span; such voters are not looked at again.
 */
export class BoundedMoney {
  private readonly records: Float64Array;
  private readonly supporters: Int32Array;
  /** End of those who may still have money, per block. */
  private readonly liveEnd: Uint32Array;
  private span = 0;

  constructor(
    private readonly profile: Profile,
    weights: Float64Array,
  ) {
    this.records = new Float64Array(RECORD * weights.length);
    for (let group = 0; group < weights.length; group++) this.records[RECORD * group + WEIGHT] = weights[group] as number;
    this.supporters = new Int32Array(profile.supporters.length);
    this.liveEnd = new Uint32Array(profile.utility.length);
  }

  /** Everybody holds `endowment` again; what follows is valid for `0 <= d <= span`. */
  reset(endowment: number, span: number): void {
    const { records } = this;
    for (let at = 0; at < records.length; at += RECORD) {
      records[at] = endowment;
      records[at + SLOPE] = 1;
      records[at + RADIUS] = EPSILON * endowment;
    }
    this.supporters.set(this.profile.supporters);
    this.liveEnd.set(this.profile.blockStart.subarray(1));
    this.span = span;
  }

  /**
   * Divides the supporters of `p` at a price. One pass without branches in the loop: who is poor
   * cannot be predicted, and a wrongly guessed branch costs more than all the arithmetic.
   */
  divide(p: number, price: number): Division {
    const { records, supporters } = this;
    const { blockOf, blockStart, utility } = this.profile;
    let [terms, poor, spent, change, absolute, doubt, rich] = [0, 0, 0, 0, 0, 0, 0];
    for (let b = blockOf[p] as number; b < (blockOf[p + 1] as number); b++) {
      const from = blockStart[b] as number;
      const end = this.liveEnd[b] as number;
      const due = price * (utility[b] as number);
      let richVoters = 0;
      let kept = from;
      for (let i = from; i < end; i++) {
        const group = supporters[i] as number;
        const at = RECORD * group;
        const amount = records[at] as number;
        const slope = records[at + SLOPE] as number;
        const weight = records[at + WEIGHT] as number;
        const isPoor = Number(amount < due);
        const gives = isPoor * weight;
        supporters[kept] = group;
        kept += Number(amount !== 0);
        poor += isPoor;
        richVoters += weight - gives;
        spent += gives * amount;
        change += gives * slope;
        absolute += gives * Math.abs(slope);
        doubt += gives * (records[at + RADIUS] as number);
      }
      this.liveEnd[b] = kept;
      terms += end - from;
      rich += richVoters * (utility[b] as number);
    }
    return { terms, poor, spent, change, absolute, doubt, rich };
  }

  /** Looks for supporters of `p` who may stand on the other side than `divide` put them. */
  border(p: number, at: number, price: Ranged): Border {
    let excess = 0;
    let near = 0;
    this.visit(p, (record, utility) => {
      const weight = this.records[record + WEIGHT] as number;
      const poor = (this.records[record] as number) < at * utility;
      const over = this.reach(record, utility, price, poor);
      if (over <= 0) return;
      excess += weight * over;
      if (!poor) near += weight * utility;
    });
    return { excess, near };
  }

  /** Whether all supporters of `p` who are certainly rich stay rich at a price higher by `slack`. */
  staysClear(p: number, at: number, price: Ranged, slack: number): boolean {
    let clear = true;
    this.visit(p, (record, utility) => {
      if ((this.records[record] as number) < at * utility) return;
      const over = this.reach(record, utility, price, false);
      if (over <= 0 && -over < slack * utility) clear = false;
    });
    return clear;
  }

  /**
   * Takes min(their money, price × utility) from the supporters of `p`. Where the bounds cannot
   * tell whether anything remains, an amount around zero is kept. O(supporters with money).
   */
  charge(p: number, price: Ranged): Charged {
    let payers = 0;
    let exhausted = 0;
    this.visit(p, (record, utility) => {
      if (this.records[record] === 0) return;
      const weight = this.records[record + WEIGHT] as number;
      payers += weight;
      if (this.pay(record, utility, price)) exhausted += weight;
    });
    return { payers, exhausted };
  }

  /** What the supporters of `p` hold together at the start of the span, as a plain double. */
  total(p: number): number {
    return this.divide(p, Number.POSITIVE_INFINITY).spent;
  }
}
