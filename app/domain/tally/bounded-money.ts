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
  /** What the poor hold together: value, slope, radius. */
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
  /** No slope is steeper than this. */
  steepest = 1;
  /** By group: what each of its voters holds, then its radius. */
  private readonly records: Float64Array;
  /** By group: the slope of the same; not used without span. */
  private readonly slopes: Float64Array;

  constructor(
    private readonly profile: Profile,
    groups: number,
  ) {
    this.records = new Float64Array(2 * groups);
    this.slopes = new Float64Array(groups);
  }

  /** Everybody holds `endowment` again; what follows is valid for `0 <= d <= span`. */
  reset(endowment: number, span: number): void {
    const { records } = this;
    for (let at = 0; at < records.length; at += 2) {
      records[at] = endowment;
      records[at + 1] = EPSILON * endowment;
    }
    if (span > 0) this.slopes.fill(1);
    this.steepest = 1;
    this.span = span;
  }

  /**
   * Divides the supporters of `p` at a price. One pass without branches in the loop: who is poor
   * cannot be predicted, and a wrongly guessed branch costs more than all the arithmetic.
   */
  divide(p: number, price: number): Division {
    const { records } = this;
    const { blockOf, blockStart, utility, supporters, weights } = this.profile;
    const first = blockOf[p] as number;
    const last = blockOf[p + 1] as number;
    let [poor, poorVoters, spent, change, doubt, rich] = [0, 0, 0, 0, 0, 0];
    for (let b = first; b < last; b++) {
      const end = blockStart[b + 1] as number;
      const due = price * (utility[b] as number);
      let richVoters = 0;
      for (let i = blockStart[b] as number; i < end; i++) {
        const at = 2 * (supporters[i] as number);
        const amount = records[at] as number;
        const weight = weights[i] as number;
        const isPoor = Number(amount < due);
        const gives = isPoor * weight;
        poor += isPoor;
        poorVoters += gives;
        richVoters += weight - gives;
        spent += gives * amount;
        doubt += gives * (records[at + 1] as number);
      }
      rich += richVoters * (utility[b] as number);
      if (this.span > 0) change += this.slopeOfPoor(b, due);
    }
    const terms = (blockStart[last] as number) - (blockStart[first] as number);
    return { terms, poor, poorVoters, spent, change, doubt, rich };
  }

  /**
   * Looks for supporters of `p` who may stand on the other side than the division at `at` put
   * them. Those proven rich must stay so at a price higher by `slack`, or `clear` is false.
   */
  border(p: number, at: number, price: Ranged, slack: number): Border {
    const { records, slopes, span } = this;
    const { blockOf, blockStart, utility, supporters, weights } = this.profile;
    const found = { excess: 0, near: 0, clear: true };
    for (let b = blockOf[p] as number; b < (blockOf[p + 1] as number); b++) {
      const units = utility[b] as number;
      const due = price.value * units;
      const dueSlope = units * price.slope;
      for (let i = blockStart[b] as number; i < (blockStart[b + 1] as number); i++) {
        const group = supporters[i] as number;
        const amount = records[2 * group] as number;
        const gap = amount - due;
        const drift = span > 0 ? ((slopes[group] as number) - dueSlope) * span : 0;
        const doubt =
          (records[2 * group + 1] as number) + units * price.radius + this.rounding(amount + due, dueSlope);
        if (Math.abs(gap) > doubt + Math.abs(drift) + slack * units) continue;
        const seen = { gap, drift, doubt, poor: amount < at * units };
        note(found, seen, (weights[i] as number) * units, units, slack);
      }
    }
    return found;
  }

  /**
   * Takes min(their money, price × utility) from the supporters of `p`. Where the bounds cannot
   * tell whether anything remains, an amount around zero is kept. O(supporters).
   */
  charge(p: number, price: Ranged): Charged {
    const { records } = this;
    const { blockOf, blockStart, utility, supporters, weights } = this.profile;
    let payers = 0;
    let exhausted = 0;
    for (let b = blockOf[p] as number; b < (blockOf[p + 1] as number); b++) {
      for (let i = blockStart[b] as number; i < (blockStart[b + 1] as number); i++) {
        const group = supporters[i] as number;
        if (records[2 * group] === 0) continue;
        const weight = weights[i] as number;
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

  private slopeOfPoor(b: number, due: number): number {
    const { blockStart, supporters, weights } = this.profile;
    let change = 0;
    for (let i = blockStart[b] as number; i < (blockStart[b + 1] as number); i++) {
      const group = supporters[i] as number;
      const isPoor = Number((this.records[2 * group] as number) < due);
      change += isPoor * (weights[i] as number) * (this.slopes[group] as number);
    }
    return change;
  }

  /** Charges one voter of a group; true if nothing, or nothing certain, remains. */
  private pay(group: number, utility: number, price: Ranged): boolean {
    const { records, slopes, span } = this;
    const amount = records[2 * group] as number;
    const due = utility * price.value;
    const dueSlope = utility * price.slope;
    const slope = span > 0 ? (slopes[group] as number) - dueSlope : 0;
    const radius =
      (records[2 * group + 1] as number) + utility * price.radius + this.rounding(amount + due, dueSlope);
    const rest = amount - due;
    const restAtEnd = rest + slope * span;
    const certain = Math.min(rest, restAtEnd) > radius;
    const most = Math.max(0, Math.max(rest, restAtEnd) + radius);
    records[2 * group] = certain ? rest : most / 2;
    records[2 * group + 1] = certain ? radius : most / 2;
    if (span > 0) this.incline(group, certain ? slope : 0);
    return !certain;
  }

  private incline(group: number, slope: number): void {
    this.slopes[group] = slope;
    this.steepest = Math.max(this.steepest, Math.abs(slope));
  }

  /** What rounding adds when a payment is taken from what a group holds. */
  private rounding(size: number, dueSlope: number): number {
    return 2 * EPSILON * (size + this.span * (this.steepest + Math.abs(dueSlope)));
  }
}

interface Near {
  readonly gap: number;
  readonly drift: number;
  readonly doubt: number;
  readonly poor: boolean;
}

/** Voters who stand near the border: how far they may be on its other side, now or later. */
function note(
  found: { excess: number; near: number; clear: boolean },
  { gap, drift, doubt, poor }: Near,
  shares: number,
  units: number,
  slack: number,
): void {
  const over = (poor ? gap + Math.max(0, drift) : Math.max(0, -drift) - gap) + doubt;
  if (over > 0) found.excess += (shares / units) * over;
  if (over > 0 && !poor) found.near += shares;
  if (over <= 0 && !poor && -over < slack * units) found.clear = false;
}
