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
  /** How many groups are poor, and what they hold together: value, slope, |slope|, radius. */
  poor: number;
  spent: number;
  change: number;
  absolute: number;
  doubt: number;
  /** Summed weight × utility of the rich. Whole numbers, so exact. */
  rich: number;
}

/**
 * The same with everyone listed: entries below `rich` are rich, entries from `poor` on are poor.
 * Between them is free space.
 */
export interface Holders {
  rich: number;
  poor: number;
  readonly size: number;
  readonly group: Int32Array;
  readonly value: Float64Array;
  readonly weight: Float64Array;
  readonly utility: Float64Array;
  /** Records of four by group, see `RECORD`. */
  readonly records: Float64Array;
}

/** What a purchase did to its supporters, in voters. */
export interface Charged {
  /** Those who had money left to give. */
  readonly payers: number;
  /** Those of them who gave all they had. */
  readonly exhausted: number;
}

/** A group's record: what each of its voters holds (as a `Ranged`), and how many they are. */
export const RECORD = 4;
export const SLOPE = 1;
export const RADIUS = 2;
const WEIGHT = 3;

/**
 * The money of all voters in doubles with proven error bounds, valid for a whole span of
 * endowments at once (affine arithmetic, Comba and Stolfi 1993). A value of exactly 0 means
 * certainly nothing left, over the whole span; such voters are not looked at again.
 */
export class BoundedMoney {
  readonly holders: Holders;
  private readonly records: Float64Array;
  private readonly supporters: Int32Array;
  /** End of those who may still have money, per block. */
  private readonly liveEnd: Uint32Array;
  private span = 0;
  private loaded = -1;

  constructor(
    private readonly profile: Profile,
    weights: Float64Array,
  ) {
    this.records = new Float64Array(RECORD * weights.length);
    for (let group = 0; group < weights.length; group++) this.records[RECORD * group + WEIGHT] = weights[group] as number;
    this.supporters = new Int32Array(profile.supporters.length);
    this.liveEnd = new Uint32Array(profile.utility.length);
    const most = longestList(profile);
    const column = () => new Float64Array(most);
    this.holders = { rich: 0, poor: most, size: most, group: new Int32Array(most), value: column(), weight: column(), utility: column(), records: this.records };
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
    this.loaded = -1;
  }

  /** Divides the supporters of `p` at a price, in one pass that writes nothing down. */
  divide(p: number, price: number): Division {
    const { records, supporters, profile } = this;
    let [poor, spent, change, absolute, doubt, rich] = [0, 0, 0, 0, 0, 0];
    for (let b = profile.blockOf[p] as number; b < (profile.blockOf[p + 1] as number); b++) {
      const end = this.liveEnd[b] as number;
      const units = profile.utility[b] as number;
      const due = price * units;
      let richVoters = 0;
      for (let i = profile.blockStart[b] as number; i < end; i++) {
        const at = RECORD * (supporters[i] as number);
        const amount = records[at] as number;
        const voters = records[at + WEIGHT] as number;
        if (amount >= due) richVoters += voters;
        else {
          poor += 1;
          spent += voters * amount;
          change += voters * (records[at + SLOPE] as number);
          absolute += voters * Math.abs(records[at + SLOPE] as number);
          doubt += voters * (records[at + RADIUS] as number);
        }
      }
      rich += richVoters * units;
    }
    return { poor, spent, change, absolute, doubt, rich };
  }

  /**
   * Fills `holders` with the supporters of `p` who have money, divided at a price that is not
   * above the one sought. O(supporters with money). Dividing here, once, keeps the passes that
   * follow free of unpredictable branches, which cost more than the arithmetic.
   */
  load(p: number, price: number): void {
    if (this.loaded === p) return;
    const { group, value, weight, utility, size } = this.holders;
    const { records, supporters, profile } = this;
    let rich = 0;
    let poor = size;
    for (let b = profile.blockOf[p] as number; b < (profile.blockOf[p + 1] as number); b++) {
      const end = this.liveEnd[b] as number;
      const units = profile.utility[b] as number;
      const due = price * units;
      let kept = profile.blockStart[b] as number;
      for (let i = kept; i < end; i++) {
        const g = supporters[i] as number;
        const amount = records[RECORD * g] as number;
        if (amount === 0) continue;
        supporters[kept++] = g;
        const at = amount < due ? --poor : rich++;
        group[at] = g;
        value[at] = amount;
        weight[at] = records[RECORD * g + WEIGHT] as number;
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
    return this.divide(p, Number.POSITIVE_INFINITY).spent;
  }

  private chargeEntries(from: number, to: number, price: Ranged): Charged {
    const { group, value, weight, utility } = this.holders;
    let payers = 0;
    let exhausted = 0;
    for (let i = from; i < to; i++) {
      const voters = weight[i] as number;
      payers += voters;
      if (this.pay(RECORD * (group[i] as number), value[i] as number, utility[i] as number, price)) exhausted += voters;
    }
    return { payers, exhausted };
  }

  /** Charges one voter of a group; true if nothing, or nothing certain, remains. */
  private pay(at: number, value: number, utility: number, price: Ranged): boolean {
    const { records, span } = this;
    const slope = records[at + SLOPE] as number;
    const due = utility * price.value;
    const dueSlope = utility * price.slope;
    const rounding = 2 * EPSILON * (value + due + span * (Math.abs(slope) + Math.abs(dueSlope)));
    const radius = (records[at + RADIUS] as number) + utility * price.radius + rounding;
    const rest = value - due;
    const restAtEnd = rest + (slope - dueSlope) * span;
    if (Math.min(rest, restAtEnd) > radius) {
      records[at] = rest;
      records[at + SLOPE] = slope - dueSlope;
      records[at + RADIUS] = radius;
      return false;
    }
    const most = Math.max(0, Math.max(rest, restAtEnd) + radius);
    records[at] = most / 2;
    records[at + SLOPE] = 0;
    records[at + RADIUS] = most / 2;
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
