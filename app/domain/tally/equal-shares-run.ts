import type { BoundedMoney, Charged, Ranged } from "~/domain/tally/bounded-money";
import { Candidates, type Proof } from "~/domain/tally/candidates";
import type { Election, Project } from "~/domain/tally/election";
import { comparePrices, ExactMoney, type ExactPrice, sameSlope } from "~/domain/tally/equal-shares-exact";
import { type Fraction, toNumber } from "~/domain/tally/fraction";
import type { Profile } from "~/domain/tally/profile";
import { Purse } from "~/domain/tally/purse";

/** What all runs over one election share. Arrays are by project, money in money units. */
export interface SharesSetup {
  readonly election: Election;
  readonly profile: Profile;
  /** Whether a unit of utility is worth the cost of the project (`mes_cost`) or 1. */
  readonly timesCost: boolean;
  readonly ranks: Int32Array;
  /** Projects that may win: supported and above the minimum of votes. */
  readonly eligible: readonly number[];
  /** Whether any project has conditions apart from votes and cost. */
  readonly conditional: boolean;
  readonly costs: Float64Array;
  /** Lower bounds of the price while everybody still has money: cost / score. */
  readonly firstPrices: Float64Array;
  /** What turns a payment per mark into a price per utility: 1 or 1 / cost. */
  readonly perUtility: Float64Array;
  readonly money: BoundedMoney;
}

/** One purchase. `price` is the payment per unit of a mark's worth, in money units. */
export interface SharesStep extends Charged {
  readonly project: number;
  readonly price: Ranged;
  readonly tied: readonly number[];
}

export interface SharesRun {
  readonly steps: readonly SharesStep[];
  readonly purse: Purse;
}

/**
 * One run of the Method of Equal Shares (Peters, Pierczyński, Skowron, NeurIPS 2021): while
 * supporters can pay for some project, buy the one with the least price per utility.
 *
 * Everything runs on doubles with proven bounds; where these cannot decide, the purchases so far
 * are repeated in exact fractions and the doubtful projects compared exactly, so the outcome is
 * the exact one. O(rounds · (m + evaluations · supporters)), with 2 to 5 evaluations a round.
 *
 * With a `span`, the outcome is that of every endowment from `endowment` to `endowment + span`;
 * `null` when it is not provably the same for all of them. With span 0 there is always one.
 */
export function runEqualShares(
  setup: SharesSetup,
  endowment: Fraction,
  span: number,
  bound: boolean,
): SharesRun | null {
  return new SharesEngine(setup, endowment, span, bound).run();
}

interface Choice {
  readonly project: number;
  readonly price: Ranged;
  readonly tied: readonly number[];
}

class SharesEngine {
  private readonly purse: Purse;
  private readonly candidates: Candidates;
  private readonly steps: SharesStep[] = [];
  private exact: ExactMoney | null = null;
  private exactSteps = 0;
  private splitCertain = true;

  constructor(
    private readonly setup: SharesSetup,
    private readonly endowment: Fraction,
    private readonly span: number,
    bound: boolean,
  ) {
    this.purse = new Purse(setup.election, bound);
    this.candidates = new Candidates(setup, this.purse, span);
    setup.money.reset(toNumber(endowment), span);
  }

  run(): SharesRun | null {
    for (;;) {
      const choice = this.choose();
      if (choice === "uncertain") return null;
      if (choice === "none") return { steps: this.steps, purse: this.purse };
      const { project, price, tied } = choice;
      const { payers, exhausted } = this.setup.money.charge(project, price);
      this.steps.push({ project, price, tied, payers, exhausted });
      this.purse.fund(this.project(project));
      this.candidates.bought(project);
    }
  }

  private choose(): Choice | "none" | "uncertain" {
    for (;;) {
      const leader = this.candidates.leader();
      if (leader < 0) return "none";
      const upper = this.candidates.upperBounds(leader);
      if (!upper) {
        if (this.span > 0) return "uncertain";
        if (!this.settle(leader)) this.candidates.drop(leader);
        continue;
      }
      const rivals = this.candidates.rivals(leader, upper);
      if (rivals.length === 0) return this.chosen(leader, []);
      return this.span > 0 ? this.persistentTie([leader, ...rivals]) : this.exactWinner([leader, ...rivals]);
    }
  }

  /** Replaces the bounds of a project by its exact price; false when its supporters cannot pay. */
  private settle(p: number): boolean {
    const price = this.exactPrice(p);
    if (price) this.candidates.settle(p, toNumber(this.exactMoney().value(price)));
    return price !== null;
  }

  private exactWinner(contenders: readonly number[]): Choice {
    let best: { readonly p: number; readonly price: ExactPrice } | null = null;
    let tied: number[] = [];
    const prices = this.exactPrices(contenders);
    for (const p of contenders) {
      const price = prices.get(p);
      if (!price) {
        this.candidates.drop(p);
        continue;
      }
      const order = best ? comparePrices(price, this.factor(p), best.price, this.factor(best.p)) : -1;
      if (order < 0) {
        best = { p, price };
        tied = [p];
      } else if (order === 0) tied.push(p);
    }
    const winner = this.first(tied);
    if (!this.candidates.proof(winner)) this.settle(winner);
    return this.chosen(winner, tied);
  }

  /** A tie that provably lasts over the whole span: same price, same slope, same split. */
  private persistentTie(contenders: readonly number[]): Choice | "uncertain" {
    if (!this.splitCertain || contenders.some((p) => this.candidates.proof(p)?.slack !== 0))
      return "uncertain";
    const winner = this.first(contenders);
    const prices = this.exactPrices(contenders);
    const price = prices.get(winner);
    for (const p of contenders) {
      const other = prices.get(p);
      if (!price || !other || comparePrices(price, this.factor(winner), other, this.factor(p)) !== 0)
        return "uncertain";
      if (!sameSlope(price, this.factor(winner), other, this.factor(p))) return "uncertain";
    }
    return this.chosen(winner, contenders);
  }

  /** Comparable exact prices; from the costs alone where no supporter is short of money. */
  private exactPrices(contenders: readonly number[]): Map<number, ExactPrice | null> {
    const even = contenders.map((p) => this.candidates.evenWeight(p));
    if (even.includes(null)) return new Map(contenders.map((p) => [p, this.exactPrice(p)]));
    return new Map(
      contenders.map((p, i) => [
        p,
        { num: this.project(p).cost, slope: 0n, weight: BigInt(even[i] as number) },
      ]),
    );
  }

  private chosen(p: number, tied: readonly number[]): Choice {
    const { price, slack } = this.candidates.proof(p) as Proof;
    if (slack > 0) this.splitCertain = false;
    const centred = {
      value: price.value + slack / 2,
      slope: price.slope,
      radius: (price.radius + slack / 2) * (1 + 1e-12),
    };
    return { project: p, price: centred, tied: tied.length > 1 ? tied : [] };
  }

  private exactMoney(): ExactMoney {
    const { election, profile } = this.setup;
    this.exact ??= new ExactMoney(profile, election.ballots.weight, this.endowment);
    for (; this.exactSteps < this.steps.length; this.exactSteps++) {
      const { project } = this.steps[this.exactSteps] as SharesStep;
      this.exact.buy(project, this.project(project).cost);
    }
    return this.exact;
  }

  private exactPrice(p: number): ExactPrice | null {
    return this.exactMoney().price(p, this.project(p).cost);
  }

  private first(projects: readonly number[]): number {
    const { ranks } = this.setup;
    return projects.reduce((best, p) => ((ranks[p] as number) < (ranks[best] as number) ? p : best));
  }

  private project(p: number): Project {
    return this.setup.election.projects[p] as Project;
  }

  private factor(p: number): bigint {
    return this.setup.timesCost ? this.project(p).cost || 1n : 1n;
  }
}
