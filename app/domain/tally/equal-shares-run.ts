import { BoundedMoney, EPSILON, type Ranged } from "~/domain/tally/bounded-money";
import { evaluatePrice, priceSlack } from "~/domain/tally/bounded-price";
import type { Election, Project } from "~/domain/tally/election";
import { comparePrices, ExactMoney, type ExactPrice, sameSlope } from "~/domain/tally/equal-shares-exact";
import { type Fraction, toNumber } from "~/domain/tally/fraction";
import type { Profile } from "~/domain/tally/profile";
import { Purse } from "~/domain/tally/purse";

/** What all runs over one election share. */
export interface SharesSetup {
  readonly election: Election;
  readonly profile: Profile;
  /** Whether a unit of utility is worth the cost of the project (`mes_cost`) or 1. */
  readonly timesCost: boolean;
  readonly ranks: Int32Array;
  /** Projects that may win: supported and above the minimum of votes. */
  readonly eligible: readonly number[];
  readonly money: BoundedMoney;
}

/** One purchase. `price` is the payment per unit of utility in money units. */
export interface SharesStep {
  readonly project: number;
  readonly price: Ranged;
  readonly tied: readonly number[];
  readonly payers: number;
  readonly exhausted: number;
}

export interface SharesRun {
  readonly steps: readonly SharesStep[];
  readonly purse: Purse;
}

/** Bounds on the price per utility of a project (`rho`), at both ends of the span. */
interface Bounds {
  readonly atStart: number;
  readonly atEnd: number;
}

const ROUNDED_DOWN = 1 - 8 * EPSILON;
const ROUNDED_UP = 1 + 8 * EPSILON;

/**
 * One run of the Method of Equal Shares (Peters, Pierczyński, Skowron, NeurIPS 2021): while
 * supporters can pay for some project, buy the one with the least price per utility.
 *
 * Prices only rise as money is spent, so the last price of a project bounds its next one from
 * below and few projects are priced anew in a round. Everything runs on doubles with proven
 * bounds; where these cannot decide, the purchases so far are repeated in exact fractions and
 * the doubtful projects compared exactly. O(rounds · (m + evaluations · supporters)).
 *
 * With a `span`, the outcome is that of every endowment from `endowment` to `endowment + span`;
 * `null` when it is not provably the same for all of them. With span 0 there is always one.
 */
export function runEqualShares(setup: SharesSetup, endowment: Fraction, span: number, bound: boolean): SharesRun | null {
  return new SharesEngine(setup, endowment, span, bound).run();
}

type Choice = { readonly project: number; readonly price: Ranged; readonly tied: readonly number[] };

class SharesEngine {
  private readonly purse: Purse;
  private readonly steps: SharesStep[] = [];
  private readonly low: Float64Array;
  private readonly lowAtEnd: Float64Array;
  private readonly start: Float64Array;
  private readonly pricedIn: Int32Array;
  private readonly slack: Float64Array;
  private readonly prices: (Ranged | null)[];
  private readonly costs: Float64Array;
  private readonly conditional: boolean;
  private active: number[];
  private exact: ExactMoney | null = null;
  private exactSteps = 0;
  private splitCertain = true;

  constructor(
    private readonly setup: SharesSetup,
    private readonly endowment: Fraction,
    private readonly span: number,
    bound: boolean,
  ) {
    const { election, profile } = setup;
    const size = election.projects.length;
    this.purse = new Purse(election, bound);
    this.costs = Float64Array.from(election.projects, ({ cost }) => Number(cost));
    this.start = this.costs.map((cost, p) => (cost / (profile.score[p] as number)) * ROUNDED_DOWN);
    this.low = this.start.map((price, p) => price * this.perUtility(p));
    this.lowAtEnd = this.low.slice();
    this.pricedIn = new Int32Array(size).fill(-1);
    this.slack = new Float64Array(size);
    this.prices = new Array<Ranged | null>(size).fill(null);
    this.conditional = election.projects.some(({ requires, exclusiveGroups, envelopes }) => requires.length + exclusiveGroups.length + envelopes.length > 0);
    this.active = [...setup.eligible];
    setup.money.reset(toNumber(endowment), span);
  }

  run(): SharesRun | null {
    for (;;) {
      const choice = this.choose();
      if (choice === "uncertain") return null;
      if (choice === "none") return { steps: this.steps, purse: this.purse };
      const charged = this.setup.money.charge(choice.project, choice.price);
      this.steps.push({ ...choice, ...charged });
      this.purse.fund(this.project(choice.project));
      this.active = this.active.filter((p) => p !== choice.project);
    }
  }

  private choose(): Choice | "none" | "uncertain" {
    for (;;) {
      const leader = this.leader();
      if (leader < 0) return "none";
      const upper = this.upperBounds(leader);
      if (!upper) {
        if (this.span > 0) return "uncertain";
        if (!this.settleExactly(leader)) this.drop(leader);
        continue;
      }
      const rivals = this.rivals(leader, upper);
      if (rivals.length === 0) return this.chosen(leader, []);
      return this.span > 0 ? this.persistentTie([leader, ...rivals]) : this.exactWinner([leader, ...rivals]);
    }
  }

  /** The affordable project with the least lower bound, priced in this round; -1 when none is left. */
  private leader(): number {
    for (;;) {
      let best = -1;
      for (const p of this.active) {
        if ((best < 0 || (this.low[p] as number) < (this.low[best] as number)) && this.open(p)) best = p;
      }
      if (best < 0 || this.priced(best)) return best;
      this.evaluate(best);
    }
  }

  private open(p: number): boolean {
    if (!this.conditional) return true;
    const { state } = this.purse.standing(this.project(p));
    if (state !== "open" && state !== "waiting") this.drop(p);
    return state === "open";
  }

  private priced(p: number): boolean {
    return this.pricedIn[p] === this.steps.length;
  }

  /** Prices a project against today's money, or drops it when its supporters cannot pay. */
  private evaluate(p: number): void {
    const { money } = this.setup;
    money.load(p);
    const result = evaluatePrice(money.holders, this.costs[p] as number, this.start[p] as number, this.span);
    this.pricedIn[p] = this.steps.length;
    this.prices[p] = null;
    if (result === "doubtful") return;
    if (result === "beyond") return this.drop(p);
    const { price, split } = result;
    this.prices[p] = price;
    this.slack[p] = priceSlack(money.holders, price, split, this.span) ?? Number.NaN;
    this.raise(p, price.value - price.radius, price.value + price.slope * this.span - price.radius);
  }

  private raise(p: number, atStart: number, atEnd: number): void {
    const factor = this.perUtility(p) * ROUNDED_DOWN;
    this.start[p] = Math.max(this.start[p] as number, Math.min(atStart, atEnd) * ROUNDED_DOWN);
    this.low[p] = Math.max(this.low[p] as number, atStart * factor);
    this.lowAtEnd[p] = Math.max(this.lowAtEnd[p] as number, atEnd * factor);
  }

  /** `null` when it is not even certain that its supporters can pay. */
  private upperBounds(p: number): Bounds | null {
    const price = this.prices[p];
    const slack = this.slack[p] as number;
    if (!price || Number.isNaN(slack)) return null;
    const factor = this.perUtility(p) * ROUNDED_UP;
    const most = price.value + price.radius + slack;
    return { atStart: most * factor, atEnd: (most + price.slope * this.span) * factor };
  }

  /** All projects that are not certainly dearer than the leader. */
  private rivals(leader: number, upper: Bounds): number[] {
    const rivals: number[] = [];
    for (const p of [...this.active]) {
      if (p === leader || this.dearer(p, upper) || !this.open(p)) continue;
      if (!this.priced(p)) this.evaluate(p);
      if (this.active.includes(p) && !this.dearer(p, upper)) rivals.push(p);
    }
    return rivals;
  }

  private dearer(p: number, upper: Bounds): boolean {
    return (this.low[p] as number) > upper.atStart && (this.lowAtEnd[p] as number) > upper.atEnd;
  }

  /** Replaces the bounds of a project by its exact price; false when its supporters cannot pay. */
  private settleExactly(p: number): boolean {
    const price = this.exactPrice(p);
    if (!price) return false;
    const value = toNumber(this.exactMoney().value(price));
    this.prices[p] = { value, slope: 0, radius: 2 * EPSILON * value };
    this.slack[p] = 0;
    this.raise(p, value * ROUNDED_DOWN, value * ROUNDED_DOWN);
    return true;
  }

  private exactWinner(contenders: readonly number[]): Choice {
    let best: { readonly p: number; readonly price: ExactPrice } | null = null;
    let tied: number[] = [];
    for (const p of contenders) {
      const price = this.exactPrice(p);
      if (!price) {
        this.drop(p);
        continue;
      }
      const order = best ? comparePrices(price, this.factor(p), best.price, this.factor(best.p)) : -1;
      if (order < 0 || !best) {
        best = { p, price };
        tied = [p];
      } else if (order === 0) tied.push(p);
    }
    const winner = this.first(tied);
    this.settleExactly(winner);
    return this.chosen(winner, tied);
  }

  /** A tie that provably lasts over the whole span: same price, same slope, same split. */
  private persistentTie(contenders: readonly number[]): Choice | "uncertain" {
    if (!this.splitCertain || contenders.some((p) => !this.prices[p] || this.slack[p] !== 0)) return "uncertain";
    const winner = this.first(contenders);
    const price = this.exactPrice(winner);
    for (const p of contenders) {
      const other = this.exactPrice(p);
      if (!price || !other || comparePrices(price, this.factor(winner), other, this.factor(p)) !== 0) return "uncertain";
      if (!sameSlope(price, this.factor(winner), other, this.factor(p))) return "uncertain";
    }
    return this.chosen(winner, contenders);
  }

  private chosen(p: number, tied: readonly number[]): Choice {
    const price = this.prices[p] as Ranged;
    const half = (this.slack[p] as number) / 2;
    if (half > 0) this.splitCertain = false;
    return { project: p, price: { ...price, value: price.value + half, radius: price.radius + half * ROUNDED_UP }, tied: tied.length > 1 ? tied : [] };
  }

  private exactMoney(): ExactMoney {
    const { election, profile } = this.setup;
    this.exact ??= new ExactMoney(profile, election.ballots.weight, this.endowment);
    for (; this.exactSteps < this.steps.length; this.exactSteps++) {
      const { project } = this.steps[this.exactSteps] as SharesStep;
      const price = this.exact.price(project, this.project(project).cost);
      if (price) this.exact.charge(project, price);
    }
    return this.exact;
  }

  private exactPrice(p: number): ExactPrice | null {
    return this.exactMoney().price(p, this.project(p).cost);
  }

  private drop(p: number): void {
    this.active = this.active.filter((other) => other !== p);
  }

  private first(projects: readonly number[]): number {
    const { ranks } = this.setup;
    return projects.reduce((best, p) => ((ranks[p] as number) < (ranks[best] as number) ? p : best));
  }

  private project(p: number): Project {
    return this.setup.election.projects[p] as Project;
  }

  private perUtility(p: number): number {
    return this.setup.timesCost ? 1 / (this.costs[p] || 1) : 1;
  }

  private factor(p: number): bigint {
    return this.setup.timesCost ? this.project(p).cost || 1n : 1n;
  }
}
