import { EPSILON, type Ranged } from "~/domain/tally/bounded-money";
import { type Evaluation, evaluatePrice, priceOfDivision, priceSlack, richWeight } from "~/domain/tally/bounded-price";
import type { Project } from "~/domain/tally/election";
import type { SharesSetup } from "~/domain/tally/equal-shares-run";
import type { Purse } from "~/domain/tally/purse";

/** Bounds on the price per utility of a project (`rho`), at both ends of the span. */
export interface Bounds {
  readonly atStart: number;
  readonly atEnd: number;
}

const ROUNDED_DOWN = 1 - 8 * EPSILON;
const ROUNDED_UP = 1 + 8 * EPSILON;

/**
 * The projects that may still be bought in a run of Equal Shares, each with proven lower bounds
 * of its price. Prices only rise as money is spent, so the bounds of earlier rounds stay valid
 * and only projects that may be the cheapest are looked at again: one pass over the supporters
 * shows whether a project is dearer than the leader, and only if not is it priced in full.
 */
export class Candidates {
  private readonly active: Int32Array;
  private count: number;
  private readonly start: Float64Array;
  private readonly low: Float64Array;
  private readonly lowAtEnd: Float64Array;
  private readonly pricedIn: Int32Array;
  private readonly prices: (Ranged | null)[];
  private readonly slacks: Float64Array;
  private round = 0;

  constructor(
    private readonly setup: SharesSetup,
    private readonly purse: Purse,
    private readonly span: number,
  ) {
    const size = setup.costs.length;
    this.active = Int32Array.from(setup.eligible);
    this.count = this.active.length;
    this.start = setup.firstPrices.slice();
    this.low = new Float64Array(size);
    for (let p = 0; p < size; p++) this.low[p] = (this.start[p] as number) * (setup.perUtility[p] as number) * ROUNDED_DOWN;
    this.lowAtEnd = this.low.slice();
    this.pricedIn = new Int32Array(size).fill(-1);
    this.prices = new Array<Ranged | null>(size).fill(null);
    this.slacks = new Float64Array(size);
  }

  /** The price found in this round; `null` when rounding left it open. */
  price(p: number): Ranged | null {
    return this.prices[p] ?? null;
  }

  /**
   * How far above its lower bound the price may be: 0 when the division of its supporters holds
   * over the whole span, `null` when not even that they can pay is certain.
   */
  slack(p: number): number | null {
    const price = this.price(p);
    if (!price) return null;
    const { money } = this.setup;
    if (this.slacks[p] === -1) {
      money.load(p, price.value);
      this.slacks[p] = priceSlack(money.holders, price, this.span) ?? Number.NaN;
    }
    const slack = this.slacks[p] as number;
    return Number.isNaN(slack) ? null : slack;
  }

  /** The project with the least lower bound, priced in this round; -1 when none is left. */
  leader(): number {
    let leader = -1;
    let upper: Bounds | null = null;
    for (;;) {
      const best = this.least();
      if (best < 0 || this.pricedIn[best] === this.round) return best;
      if (upper && this.isDearer(best, upper)) continue;
      if (!this.evaluate(best)) continue;
      if (leader >= 0 && (this.low[leader] as number) <= (this.low[best] as number)) continue;
      leader = best;
      upper = this.upperBounds(best);
    }
  }

  /** All projects that are not certainly dearer than `upper`, priced in this round. */
  rivals(leader: number, upper: Bounds): number[] {
    const rivals: number[] = [];
    for (let i = this.count - 1; i >= 0; i--) {
      const p = this.active[i] as number;
      if (p === leader || this.above(p, upper) || !this.open(p)) continue;
      if (this.pricedIn[p] !== this.round && (this.isDearer(p, upper) || !this.evaluate(p))) continue;
      if (!this.above(p, upper)) rivals.push(p);
    }
    return rivals;
  }

  /** `null` when it is not even certain that the supporters can pay. */
  upperBounds(p: number): Bounds | null {
    const price = this.price(p);
    const slack = this.slack(p);
    if (!price || slack === null) return null;
    const factor = (this.setup.perUtility[p] as number) * ROUNDED_UP;
    const most = price.value + price.radius + slack;
    return { atStart: most * factor, atEnd: (most + price.slope * this.span) * factor };
  }

  /**
   * Weight × utility of the supporters where certainly none of them is short of money over the
   * whole span: the price is then the cost divided by it. `null` in every other case.
   */
  evenWeight(p: number): number | null {
    const price = this.price(p);
    if (!price || this.slack(p) !== 0) return null;
    const { money } = this.setup;
    money.load(p, price.value);
    return money.holders.poor === money.holders.size ? richWeight(money.holders) : null;
  }

  /** Puts an exact price in place of bounds. Only without span. */
  settle(p: number, value: number): void {
    this.prices[p] = { value, slope: 0, radius: 2 * EPSILON * value };
    this.slacks[p] = 0;
    this.raise(p, value * ROUNDED_DOWN, value * ROUNDED_DOWN);
  }

  drop(p: number): void {
    const at = this.active.indexOf(p);
    if (at < 0 || at >= this.count) return;
    this.count -= 1;
    this.active[at] = this.active[this.count] as number;
    this.active[this.count] = p;
  }

  /** Takes the bought project out; all prices are old from now on. */
  bought(p: number): void {
    this.drop(p);
    this.round += 1;
  }

  private least(): number {
    const { active, low } = this;
    let best = -1;
    let lowest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < this.count; i++) {
      const p = active[i] as number;
      const bound = low[p] as number;
      if (bound < lowest && this.open(p)) {
        best = p;
        lowest = bound;
      }
    }
    return best;
  }

  private open(p: number): boolean {
    return !this.setup.conditional || this.purse.standing(this.setup.election.projects[p] as Project).state === "open";
  }

  /** Whether one pass proves the project dearer than `upper`, or out of reach (then it is dropped). */
  private isDearer(p: number, upper: Bounds): boolean {
    const { money, costs, perUtility } = this.setup;
    const price = Math.max(this.start[p] as number, upper.atStart / (perUtility[p] as number));
    return !this.take(p, priceOfDivision(money.divide(p, price), costs[p] as number, this.span)) || this.above(p, upper);
  }

  /** Prices a project against today's money; drops it, and says false, when it is out of reach. */
  private evaluate(p: number): boolean {
    const { money, costs } = this.setup;
    money.load(p, this.start[p] as number);
    const price = evaluatePrice(money.holders, costs[p] as number, this.span);
    this.pricedIn[p] = this.round;
    this.prices[p] = typeof price === "string" ? null : price;
    this.slacks[p] = -1;
    return this.take(p, price);
  }

  /** Raises the bounds of a project by what was found; false when it is out of reach. */
  private take(p: number, price: Evaluation): boolean {
    if (price === "beyond") this.drop(p);
    if (typeof price === "string") return price !== "beyond";
    this.raise(p, price.value - price.radius, price.value + price.slope * this.span - price.radius);
    return true;
  }

  private raise(p: number, atStart: number, atEnd: number): void {
    const factor = (this.setup.perUtility[p] as number) * ROUNDED_DOWN;
    this.start[p] = Math.max(this.start[p] as number, Math.min(atStart, atEnd) * ROUNDED_DOWN);
    this.low[p] = Math.max(this.low[p] as number, atStart * factor);
    this.lowAtEnd[p] = Math.max(this.lowAtEnd[p] as number, atEnd * factor);
  }

  private above(p: number, upper: Bounds): boolean {
    return (this.low[p] as number) > upper.atStart && (this.lowAtEnd[p] as number) > upper.atEnd;
  }
}
