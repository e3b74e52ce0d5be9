import { EPSILON, type Ranged } from "~/domain/tally/bounded-money";
import { evaluatePrice, priceSlack, richWeight } from "~/domain/tally/bounded-price";
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
 * and only the projects that look cheapest are priced anew.
 */
export class Candidates {
  private readonly active: Int32Array;
  private count: number;
  private readonly start: Float64Array;
  private readonly low: Float64Array;
  private readonly lowAtEnd: Float64Array;
  private readonly pricedIn: Int32Array;
  private readonly prices: (Ranged | null)[];
  private readonly exact: Uint8Array;
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
    this.exact = new Uint8Array(size);
  }

  /** The price found in this round; `null` when rounding left it open. */
  price(p: number): Ranged | null {
    return this.prices[p] ?? null;
  }

  /** The project with the least lower bound, priced in this round; -1 when none is left. */
  leader(): number {
    for (;;) {
      const best = this.least();
      if (best < 0 || this.pricedIn[best] === this.round) return best;
      this.evaluate(best);
    }
  }

  /** All projects that are not certainly dearer than `upper`, priced in this round. */
  rivals(leader: number, upper: Bounds): number[] {
    const rivals: number[] = [];
    for (let i = this.count - 1; i >= 0; i--) {
      const p = this.active[i] as number;
      if (p === leader || this.dearer(p, upper) || !this.open(p)) continue;
      if (this.pricedIn[p] !== this.round && !this.evaluate(p)) continue;
      if (!this.dearer(p, upper)) rivals.push(p);
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

  /** How far above the lower bound the price may be; 0 when its split holds over the span. */
  slack(p: number): number | null {
    const price = this.price(p);
    if (!price) return null;
    if (this.exact[p] === 1) return 0;
    this.setup.money.load(p, price.value);
    return priceSlack(this.setup.money.holders, price, this.span);
  }

  /**
   * Weight × utility of the supporters where certainly none of them is short of money over the
   * whole span: the price is then the cost divided by it. `null` in every other case.
   */
  evenWeight(p: number): number | null {
    const { holders } = this.setup.money;
    if (this.exact[p] === 1 || this.slack(p) !== 0) return null;
    return holders.poor === holders.size ? richWeight(holders) : null;
  }

  /** Puts an exact price in place of bounds. Only without span. */
  settle(p: number, value: number): void {
    this.prices[p] = { value, slope: 0, radius: 2 * EPSILON * value };
    this.exact[p] = 1;
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

  /** Prices a project against today's money; drops it, and says false, when it is out of reach. */
  private evaluate(p: number): boolean {
    const { money, costs } = this.setup;
    money.load(p, this.start[p] as number);
    const price = evaluatePrice(money.holders, costs[p] as number, this.span);
    this.pricedIn[p] = this.round;
    this.exact[p] = 0;
    this.prices[p] = null;
    if (price === "beyond") this.drop(p);
    if (typeof price === "string") return price !== "beyond";
    this.prices[p] = price;
    this.raise(p, price.value - price.radius, price.value + price.slope * this.span - price.radius);
    return true;
  }

  private raise(p: number, atStart: number, atEnd: number): void {
    const factor = (this.setup.perUtility[p] as number) * ROUNDED_DOWN;
    this.start[p] = Math.max(this.start[p] as number, Math.min(atStart, atEnd) * ROUNDED_DOWN);
    this.low[p] = Math.max(this.low[p] as number, atStart * factor);
    this.lowAtEnd[p] = Math.max(this.lowAtEnd[p] as number, atEnd * factor);
  }

  private dearer(p: number, upper: Bounds): boolean {
    return (this.low[p] as number) > upper.atStart && (this.lowAtEnd[p] as number) > upper.atEnd;
  }
}
