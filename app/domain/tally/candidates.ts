import { EPSILON, type Ranged } from "~/domain/tally/bounded-money";
import {
  type Evaluation,
  evaluatePrice,
  type Price,
  priceOfDivision,
  priceSlack,
} from "~/domain/tally/bounded-price";
import type { Project } from "~/domain/tally/election";
import type { SharesSetup } from "~/domain/tally/equal-shares-run";
import type { Purse } from "~/domain/tally/purse";

/** A price and how far above its lower bound it may be; 0: its division is certain. */
export interface Proof {
  readonly price: Price;
  readonly slack: number;
}

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
  private readonly prices: (Price | null)[];
  private readonly proofs: (Proof | null | undefined)[];
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
    for (let p = 0; p < size; p++)
      this.low[p] = (this.start[p] as number) * (setup.perUtility[p] as number) * ROUNDED_DOWN;
    this.lowAtEnd = this.low.slice();
    this.pricedIn = new Int32Array(size).fill(-1);
    this.prices = new Array<Price | null>(size).fill(null);
    this.proofs = new Array<Proof | null | undefined>(size).fill(null);
  }

  /**
   * What is proven about the price of a project in this round; `null` when not even that its
   * supporters can pay is certain.
   */
  proof(p: number): Proof | null {
    const price = this.prices[p];
    if (this.proofs[p] === undefined) {
      const slack = price ? priceSlack(this.setup.money, p, price) : null;
      this.proofs[p] = price && slack !== null ? { price, slack } : null;
    }
    return this.proofs[p] ?? null;
  }

  /** The project with the least lower bound, priced in this round; -1 when none is left. */
  leader(): number {
    let leader = -1;
    let limit: Bounds | null = null;
    for (;;) {
      const best = this.least();
      if (best < 0 || this.pricedIn[best] === this.round) return best;
      if (limit && this.isDearer(best, limit)) continue;
      if (!this.evaluate(best)) continue;
      if (leader >= 0 && (this.low[leader] as number) <= (this.low[best] as number)) continue;
      leader = best;
      const price = this.prices[best];
      limit = price ? this.bounds(best, price, 0) : null;
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
    const proof = this.proof(p);
    return proof && this.bounds(p, proof.price, proof.slack);
  }

  /**
   * Weight × utility of the supporters where certainly none of them is short of money over the
   * whole span: the price is then the cost divided by it. `null` in every other case.
   */
  evenWeight(p: number): number | null {
    const proof = this.proof(p);
    return proof?.price.even && proof.slack === 0 ? proof.price.rich : null;
  }

  /** Puts an exact price in place of bounds. Only without span. */
  settle(p: number, value: number): void {
    const radius = 2 * EPSILON * value;
    const price = { value, slope: 0, radius, at: value, rich: 0, even: false };
    this.prices[p] = price;
    this.proofs[p] = { price, slack: 0 };
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
    return (
      !this.setup.conditional ||
      this.purse.standing(this.setup.election.projects[p] as Project).state === "open"
    );
  }

  /** Whether one pass proves the project dearer than `upper`, or out of reach (then it is dropped). */
  private isDearer(p: number, upper: Bounds): boolean {
    const { money, costs, perUtility } = this.setup;
    const price = Math.max(this.start[p] as number, upper.atStart / (perUtility[p] as number));
    return (
      !this.take(p, priceOfDivision(money, money.divide(p, price), price, costs[p] as number)) ||
      this.above(p, upper)
    );
  }

  /** Prices a project against today's money; drops it, and says false, when it is out of reach. */
  private evaluate(p: number): boolean {
    const { money, costs } = this.setup;
    const price = evaluatePrice(money, p, costs[p] as number, this.start[p] as number);
    this.pricedIn[p] = this.round;
    this.prices[p] = typeof price === "string" ? null : price;
    this.proofs[p] = undefined;
    return this.take(p, price);
  }

  /** Raises the bounds of a project by what was found; false when it is out of reach. */
  private take(p: number, price: Evaluation): boolean {
    if (price === "beyond") this.drop(p);
    if (typeof price === "string") return price !== "beyond";
    this.raise(p, price.value - price.radius, price.value + price.slope * this.span - price.radius);
    return true;
  }

  private bounds(p: number, { value, slope, radius }: Ranged, slack: number): Bounds {
    const factor = (this.setup.perUtility[p] as number) * ROUNDED_UP;
    const most = value + radius + slack;
    return { atStart: most * factor, atEnd: (most + slope * this.span) * factor };
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
