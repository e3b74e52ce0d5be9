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

/**
 * Who can pay for a project, divided at a price: entries below `rich` hold at least price ×
 * utility each, entries from `poor` on hold less and give all of it. Between them is free space.
 */
export interface Holders {
  rich: number;
  poor: number;
  readonly size: number;
  readonly group: Int32Array;
  readonly value: Float64Array;
  readonly weight: Float64Array;
  readonly utility: Float64Array;
  /** By group: slope, then radius of what it holds. */
  readonly bounds: Float64Array;
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
 * certainly nothing left, over the whole span; such voters are not looked at again.
 */
export class BoundedMoney {
  readonly holders: Holders;
  /** By group: what each of its voters holds, then how many they are. */
  private readonly purse: Float64Array;
  private readonly bounds: Float64Array;
  private readonly supporters: Int32Array;
  /** End of those who may still have money, per block. */
  private readonly liveEnd: Uint32Array;
  private span = 0;
  private loaded = -1;

  constructor(
    private readonly profile: Profile,
    weights: Float64Array,
  ) {
    this.purse = new Float64Array(2 * weights.length);
    for (let group = 0; group < weights.length; group++) this.purse[2 * group + 1] = weights[group] as number;
    this.bounds = new Float64Array(2 * weights.length);
    this.supporters = new Int32Array(profile.supporters.length);
    this.liveEnd = new Uint32Array(profile.utility.length);
    const most = longestList(profile);
    const column = () => new Float64Array(most);
    this.holders = { rich: 0, poor: most, size: most, group: new Int32Array(most), value: column(), weight: column(), utility: column(), bounds: this.bounds };
  }

  /** Everybody holds `endowment` again; what follows is valid for `0 <= d <= span`. */
  reset(endowment: number, span: number): void {
    for (let at = 0; at < this.purse.length; at += 2) {
      this.purse[at] = endowment;
      this.bounds[at] = 1;
      this.bounds[at + 1] = EPSILON * endowment;
    }
    this.supporters.set(this.profile.supporters);
    this.liveEnd.set(this.profile.blockStart.subarray(1));
    this.span = span;
    this.loaded = -1;
  }

  /**
   * Fills `holders` with the supporters of `p` who have money, divided at a price that is not
   * above the one sought. O(supporters with money). Dividing here, once, keeps the passes that
   * follow free of unpredictable branches, which cost more than the arithmetic.
   */
  load(p: number, price: number): void {
    if (this.loaded === p) return;
    const { group, value, weight, utility, size } = this.holders;
    const { purse, supporters, profile } = this;
    let rich = 0;
    let poor = size;
    for (let b = profile.blockOf[p] as number; b < (profile.blockOf[p + 1] as number); b++) {
      const end = this.liveEnd[b] as number;
      const units = profile.utility[b] as number;
      const due = price * units;
      let kept = profile.blockStart[b] as number;
      for (let i = kept; i < end; i++) {
        const g = supporters[i] as number;
        const amount = purse[2 * g] as number;
        if (amount === 0) continue;
        supporters[kept++] = g;
        const at = amount < due ? --poor : rich++;
        group[at] = g;
        value[at] = amount;
        weight[at] = purse[2 * g + 1] as number;
        utility[at] = units;
      }
      this.liveEnd[b] = kept;
    }
    this.holders.rich = rich;
    this.holders.poor = poor;
    this.loaded = p;
  }

  /**
   * Takes min(their money, price × utility) from the supporters of `p`. Where the bounds cannot
   * tell whether anything remains, an amount around zero is kept. O(supporters with money).
   */
  charge(p: number, price: Ranged): Charged {
    this.load(p, price.value);
    const { rich, poor, size } = this.holders;
    const some = this.chargeEntries(0, rich, price);
    const all = this.chargeEntries(poor, size, price);
    this.loaded = -1;
    return { payers: some.payers + all.payers, exhausted: some.exhausted + all.exhausted };
  }

  /** What the supporters of `p` hold together at the start of the span, as a plain double. */
  total(p: number): number {
    this.load(p, 0);
    const { rich, poor, size, weight, value } = this.holders;
    let sum = 0;
    for (let i = 0; i < rich; i++) sum += (weight[i] as number) * (value[i] as number);
    for (let i = poor; i < size; i++) sum += (weight[i] as number) * (value[i] as number);
    return sum;
  }

  private chargeEntries(from: number, to: number, price: Ranged): Charged {
    const { group, value, weight, utility } = this.holders;
    let payers = 0;
    let exhausted = 0;
    for (let i = from; i < to; i++) {
      const voters = weight[i] as number;
      payers += voters;
      if (this.pay(group[i] as number, value[i] as number, utility[i] as number, price)) exhausted += voters;
    }
    return { payers, exhausted };
  }

  /** Charges one voter of a group; true if nothing, or nothing certain, remains. */
  private pay(group: number, value: number, utility: number, price: Ranged): boolean {
    const { purse, bounds, span } = this;
    const slope = bounds[2 * group] as number;
    const due = utility * price.value;
    const dueSlope = utility * price.slope;
    const rounding = 2 * EPSILON * (value + due + span * (Math.abs(slope) + Math.abs(dueSlope)));
    const radius = (bounds[2 * group + 1] as number) + utility * price.radius + rounding;
    const rest = value - due;
    const restAtEnd = rest + (slope - dueSlope) * span;
    if (Math.min(rest, restAtEnd) > radius) {
      purse[2 * group] = rest;
      bounds[2 * group] = slope - dueSlope;
      bounds[2 * group + 1] = radius;
      return false;
    }
    const most = Math.max(0, Math.max(rest, restAtEnd) + radius);
    purse[2 * group] = most / 2;
    bounds[2 * group] = 0;
    bounds[2 * group + 1] = most / 2;
    return true;
  }
}

function longestList({ blockOf, blockStart }: Profile): number {
  let most = 0;
  for (let p = 0; p + 1 < blockOf.length; p++) {
    const from = blockStart[blockOf[p] as number] as number;
    most = Math.max(most, (blockStart[blockOf[p + 1] as number] as number) - from);
  }
  return most;
}
