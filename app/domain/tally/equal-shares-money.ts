import type { Profile } from "~/domain/tally/profile";

/** Twice the unit roundoff of a double: every rounding below is covered with room to spare. */
export const EPSILON = 2 ** -52;

/**
 * A quantity that depends on how far the endowment is raised, `0 <= d <= span`:
 * its true value lies within `radius` of `value + slope * d`.
 */
export interface Ranged {
  value: number;
  slope: number;
  radius: number;
}

/** What one evaluation of a project found. */
export type Priced =
  /** `price` is a certain lower bound, and the price itself if `affordable` later proves so. */
  | "priced"
  /** Its supporters certainly cannot pay it, anywhere in the span. */
  | "beyond"
  /** Rounding hides whether they can. `price` is still a certain lower bound. */
  | "doubtful";

/**
 * The money of all voters in doubles with proven error bounds, valid for a whole span of
 * endowments at once. Voters who bought the same things hold the same amount and form a class;
 * class 0 has certainly nothing left. Interval and affine arithmetic after Stolfi and de
 * Figueiredo: whatever is decided with these bounds is decided as exact arithmetic would.
 */
export class BoundedMoney {
  /** Result of the last `evaluate`. */
  readonly price: Ranged = { value: 0, slope: 0, radius: 0 };
  /** Voters who paid in the last `charge`, and those of them who gave all they had. */
  payers = 0;
  exhausted = 0;
  /** Whether so far every split into full payers and exhausted ones holds over the whole span. */
  splitCertain = true;

  private readonly classOf: Int32Array;
  private members = new Int32Array(64);
  private value = new Float64Array(64);
  private slope = new Float64Array(64);
  private radius = new Float64Array(64);
  private tally = new Float64Array(64);
  private movedTo = new Int32Array(64);
  private classes = 2;
  private vacant: number[] = [];
  private span = 0;

  private readonly touched: Int32Array;
  private readonly holderClass: Int32Array;
  private readonly holderWeight: Float64Array;
  private readonly holderUtility: Float64Array;
  private readonly holderValue: Float64Array;
  private holders = 0;
  private loaded = -1;
  private richWeight = 0;

  constructor(
    private readonly profile: Profile,
    private readonly weights: Float64Array,
  ) {
    const most = longestList(profile);
    this.classOf = new Int32Array(weights.length);
    this.touched = new Int32Array(most);
    this.holderClass = new Int32Array(most);
    this.holderWeight = new Float64Array(most);
    this.holderUtility = new Float64Array(most);
    this.holderValue = new Float64Array(most);
  }

  /** Everybody holds `endowment` again; decisions will be valid for `0 <= d <= span`. */
  reset(endowment: number, span: number): void {
    this.classOf.fill(1);
    this.members[1] = this.weights.length;
    this.value[1] = endowment;
    this.slope[1] = 1;
    this.radius[1] = EPSILON * endowment;
    this.classes = 2;
    this.vacant = [];
    this.span = span;
    this.loaded = -1;
    this.splitCertain = true;
  }

  /**
   * The price per unit of utility at which supporters of `p` pay `cost`. Newton's method from a
   * known lower bound `start`; each pass is linear in the distinct amounts, nothing is sorted.
   */
  evaluate(p: number, cost: number, start: number): Priced {
    this.load(p);
    let poor = -1;
    for (let at = start; ; ) {
      const split = this.split(at);
      if (this.richWeight === 0) return this.beyond(cost, at);
      if (split === poor) break;
      poor = split;
      at = Math.max(start, (cost - this.price.value) / this.richWeight);
    }
    this.finishPrice(cost);
    return "priced";
  }

  /** Fills the holder arrays with the classes of the supporters of `p`, class 0 left out. */
  private load(p: number): void {
    if (this.loaded === p) return;
    const { blockOf, blockStart, supporters, utility } = this.profile;
    const { classOf, weights, tally, touched, value } = this;
    let n = 0;
    for (let b = blockOf[p] as number; b < (blockOf[p + 1] as number); b++) {
      let met = 0;
      const to = blockStart[b + 1] as number;
      for (let i = blockStart[b] as number; i < to; i++) {
        const group = supporters[i] as number;
        const at = classOf[group] as number;
        if (at === 0) continue;
        if (tally[at] === 0) touched[met++] = at;
        tally[at] = (tally[at] as number) + (weights[group] as number);
      }
      const units = utility[b] as number;
      for (let i = 0; i < met; i++) {
        const at = touched[i] as number;
        this.holderClass[n] = at;
        this.holderUtility[n] = units;
        this.holderValue[n] = value[at] as number;
        this.holderWeight[n++] = tally[at] as number;
        tally[at] = 0;
      }
    }
    this.holders = n;
    this.loaded = p;
  }
}

function longestList(profile: Profile): number {
  let most = 0;
  for (let p = 0; p + 1 < profile.blockOf.length; p++) {
    const from = profile.blockStart[profile.blockOf[p] as number] as number;
    const to = profile.blockStart[profile.blockOf[p + 1] as number] as number;
    most = Math.max(most, to - from);
  }
  return most;
}
