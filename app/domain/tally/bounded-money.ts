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
  /** How many groups were summed up, how many of them are poor, and for how many voters. */
  readonly terms: number;
  readonly poor: number;
  readonly poorVoters: number;
  /** What the poor hold together: value, slope, and a bound of its radius. */
  readonly spent: number;
  readonly change: number;
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
  /** Whether everybody else stays where they are up to the slack asked for. */
  readonly clear: boolean;
  /** The radius of what the poor hold together. */
  readonly doubt: number;
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
 * endowments at once (affine arithmetic, Comba and Stolfi 1993). A value of exactly 0 means
 * certainly nothing left, over the whole span.
 */
export class BoundedMoney {
  /** How far above the endowment everything is valid. */
  span = 0;
  /** No slope is steeper, and no radius larger, than these. */
  steepest = 1;
  widest = 0;
  /** By group: what each of its voters holds, then how many they are. Read in every pass. */
  private readonly purses: Float64Array;
  /** By group: slope, then radius of the same. Read for the winner only. */
  private readonly bounds: Float64Array;

  constructor(
    private readonly profile: Profile,
    weights: Float64Array,
  ) {
    this.purses = new Float64Array(2 * weights.length);
    this.bounds = new Float64Array(2 * weights.length);
    for (let group = 0; group < weights.length; group++) this.purses[2 * group + 1] = weights[group] as number;
  }

  /** Everybody holds `endowment` again; what follows is valid for `0 <= d <= span`. */
  reset(endowment: number, span: number): void {
    const { purses, bounds } = this;
    this.span = span;
    this.steepest = 1;
    this.widest = EPSILON * endowment;
    for (let at = 0; at < purses.length; at += 2) {
      purses[at] = endowment;
      bounds[at] = 1;
      bounds[at + 1] = EPSILON * endowment;
    }
  }

  /**
   * Divides the supporters of `p` at a price. One pass without branches in the loop: who is poor
   * cannot be predicted, and a wrongly guessed branch costs more than all the arithmetic.
   */
  divide(p: number, price: number): Division {
    const { purses } = this;
    const { blockOf, blockStart, utility, supporters } = this.profile;
    const first = blockOf[p] as number;
    const last = blockOf[p + 1] as number;
    let [poor, poorVoters, spent, change, doubt, rich] = [0, 0, 0, 0, 0, 0];
    for (let b = first; b < last; b++) {
      const end = blockStart[b + 1] as number;
      const due = price * (utility[b] as number);
      let richVoters = 0;
      for (let i = blockStart[b] as number; i < end; i++) {
        const at = 2 * (supporters[i] as number);
        const amount = purses[at] as number;
        const weight = purses[at + 1] as number;
        const isPoor = Number(amount < due);
        const gives = isPoor * weight;
        poor += isPoor;
        poorVoters += gives;
        richVoters += weight - gives;
        spent += gives * amount;
      }
      rich += richVoters * (utility[b] as number);
      if (this.span === 0) continue;
      const bounds = this.boundsOfPoor(b, due);
      change += bounds.change;
      doubt += bounds.doubt;
    }
    const terms = (blockStart[last] as number) - (blockStart[first] as number);
    return { terms, poor, poorVoters, spent, change, doubt: this.span === 0 ? this.widest * poorVoters : doubt, rich };
  }

  /**
   * Looks for supporters of `p` who may stand on the other side than the division at `at` put
   * them. Those proven rich must stay so at a price higher by `slack`, or `clear` is false.
   */
  border(p: number, at: number, price: Ranged, slack: number): Border {
    const { purses, bounds, span } = this;
    const { blockOf, blockStart, utility, supporters } = this.profile;
    let [excess, near, clear, uncertain] = [0, 0, true, 0];
    for (let b = blockOf[p] as number; b < (blockOf[p + 1] as number); b++) {
      const units = utility[b] as number;
      const due = price.value * units;
      for (let i = blockStart[b] as number; i < (blockStart[b + 1] as number); i++) {
        const group = 2 * (supporters[i] as number);
        const amount = purses[group] as number;
        const gap = amount - due;
        const drift = ((bounds[group] as number) - units * price.slope) * span;
        const doubt = (bounds[group + 1] as number) + units * price.radius + this.rounding(group, due, units * price.slope);
        uncertain += Number(amount < at * units) * (purses[group + 1] as number) * (bounds[group + 1] as number);
        if (Math.abs(gap) > doubt + Math.abs(drift) + slack * units) continue;
        const poor = amount < at * units;
        const over = (poor ? gap + Math.max(0, drift) : Math.max(0, -drift) - gap) + doubt;
        if (over > 0) {
          const weight = purses[group + 1] as number;
          excess += weight * over;
          if (!poor) near += weight * units;
        } else if (!poor && -over < slack * units) clear = false;
      }
    }
    return { excess, near, clear, doubt: uncertain };
  }

  /**
   * Takes min(their money, price × utility) from the supporters of `p`. Where the bounds cannot
   * tell whether anything remains, an amount around zero is kept. O(supporters with money).
   */
  charge(p: number, price: Ranged): Charged {
    const { purses } = this;
    const { blockOf, blockStart, utility, supporters } = this.profile;
    let payers = 0;
    let exhausted = 0;
    for (let b = blockOf[p] as number; b < (blockOf[p + 1] as number); b++) {
      for (let i = blockStart[b] as number; i < (blockStart[b + 1] as number); i++) {
        const group = 2 * (supporters[i] as number);
        if (purses[group] === 0) continue;
        const weight = purses[group + 1] as number;
        payers += weight;
        if (this.pay(group, utility[b] as number, price)) exhausted += weight;
      }
    }
    return { payers, exhausted };
  }

  /** What the supporters of `p` hold together at the start of the span, as a plain double. */
  total(p: number): number {
    return this.divide(p, Number.POSITIVE_INFINITY).spent;
  }

  /** Summed weight × slope and weight × radius of the poor of a block. */
  private boundsOfPoor(b: number, due: number): { change: number; doubt: number } {
    const { purses, bounds } = this;
    const { blockStart, supporters } = this.profile;
    let change = 0;
    let doubt = 0;
    for (let i = blockStart[b] as number; i < (blockStart[b + 1] as number); i++) {
      const group = 2 * (supporters[i] as number);
      const gives = Number((purses[group] as number) < due) * (purses[group + 1] as number);
      change += gives * (bounds[group] as number);
      doubt += gives * (bounds[group + 1] as number);
    }
    return { change, doubt };
  }

  /** Charges one voter of a group; true if nothing, or nothing certain, remains. */
  private pay(group: number, utility: number, price: Ranged): boolean {
    const { purses, bounds } = this;
    const due = utility * price.value;
    const slope = (bounds[group] as number) - utility * price.slope;
    const radius = (bounds[group + 1] as number) + utility * price.radius + this.rounding(group, due, utility * price.slope);
    const rest = (purses[group] as number) - due;
    const restAtEnd = rest + slope * this.span;
    const certain = Math.min(rest, restAtEnd) > radius;
    const most = Math.max(0, Math.max(rest, restAtEnd) + radius);
    purses[group] = certain ? rest : most / 2;
    bounds[group] = certain ? slope : 0;
    bounds[group + 1] = certain ? radius : most / 2;
    this.steepest = Math.max(this.steepest, Math.abs(bounds[group] as number));
    this.widest = Math.max(this.widest, bounds[group + 1] as number);
    return !certain;
  }

  /** What rounding adds when a payment is taken from what a group holds. */
  private rounding(group: number, due: number, dueSlope: number): number {
    const size = (this.purses[group] as number) + due;
    const drift = Math.abs(this.bounds[group] as number) + Math.abs(dueSlope);
    return 2 * EPSILON * (size + this.span * drift);
  }
}
