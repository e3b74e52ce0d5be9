import { withBallots, withCost } from "~/domain/tally/altered-election";
import { atOnce, countInSteps } from "~/domain/tally/count";
import { GreedyTrials } from "~/domain/tally/counterfactual-greedy";
import { type Lack, lackAfter } from "~/domain/tally/counterfactual-guess";
import { leastThat } from "~/domain/tally/counterfactual-search";
import { type Counted, money, projectAt } from "~/domain/tally/counting";
import type { Election } from "~/domain/tally/election";
import type { Rule } from "~/domain/tally/rules";
import { tieRanks } from "~/domain/tally/tie-order";

/** What would have funded a project under the same rule, found by counting again. */
export interface Counterfactual {
  readonly project: string;
  /**
   * With so many more ballots that choose this project alone it is funded, with one fewer it is
   * not. `null` where even `mostVotes` would not do.
   */
  readonly moreVotes: number | null;
  /**
   * The cost at which it is funded while it is not for one smallest money unit more; exact
   * decimals. `null` where it would not be funded for nothing either.
   */
  readonly affordableCost: string | null;
  readonly cheaperBy: string | null;
}

export interface CounterfactualOptions {
  readonly tieOrder?: readonly string[];
  /** Ballots beyond this are not tried; default: as many as there were. */
  readonly mostVotes?: number;
}

/** How many more votes, or how much less cost, would have funded an unfunded project, all at once. */
export function counterfactual(
  election: Election,
  rule: Rule,
  id: string,
  options: CounterfactualOptions = {},
): Counterfactual {
  return atOnce(new Counterfactuals(election, rule, options).of(id));
}

const NO_GUESS: Lack = { votes: 1n, money: 1n };

/**
 * How many more votes, or how much less cost, would have funded the unfunded projects of an
 * election. Every answer is counted, not estimated. Greedy rules are tried on the scores alone and
 * are monotone in both, so there the answer is the smallest. Under Equal Shares and Phragmén the
 * altered election is counted again, starting where the project seems to lack nothing any more;
 * they nearly always are monotone (Boehmer et al. 2023, arXiv 2312.14723), and where they are not
 * the answer is still one that works and whose neighbour does not.
 */
export class Counterfactuals {
  private readonly greedy: GreedyTrials | null;
  private asItWas: Counted | null = null;

  constructor(
    private readonly election: Election,
    private readonly rule: Rule,
    private readonly options: CounterfactualOptions = {},
  ) {
    const ids = election.projects.map(({ id }) => id);
    this.greedy =
      rule.method === "greedy" ? new GreedyTrials(election, rule, tieRanks(ids, options.tieOrder)) : null;
  }

  /** What would have funded one of them. Pauses after each run of the rule, which looks at each mark a few times. */
  *of(id: string): Generator<void, Counterfactual> {
    const { election } = this;
    const p = election.indexOf.get(id) ?? -1;
    const { cost } = projectAt(election, p);
    const guess = this.greedy ? NO_GUESS : yield* this.firstGuess(p);
    const mostVotes = BigInt(this.options.mostVotes ?? Math.max(1, election.voters));
    const votes = yield* leastThat((more) => this.lackWithVotes(p, more), mostVotes, guess.votes);
    const less = yield* leastThat((by) => this.lackAtCost(p, cost - by), cost, guess.money);
    return {
      project: id,
      moreVotes: votes === null ? null : Number(votes),
      affordableCost: less === null ? null : money(election, cost - less),
      cheaperBy: less === null ? null : money(election, less),
    };
  }

  /** Ids of the projects that the rule does not fund, in the order of the election. */
  *unfunded(): Generator<void, string[]> {
    const { purse } = yield* this.countAsItWas();
    return this.election.projects.filter(({ index }) => !purse.has(index)).map(({ id }) => id);
  }

  private *countAsItWas(): Generator<void, Counted> {
    this.asItWas ??= yield* countInSteps(this.election, this.rule, this.options);
    return this.asItWas;
  }

  private *firstGuess(p: number): Generator<void, Lack> {
    return lackAfter(this.election, this.rule, yield* this.countAsItWas(), p);
  }

  private *lackWithVotes(p: number, more: bigint): Generator<void, bigint | null> {
    if (this.greedy) return this.greedy.funds(p, Number(more), null) ? null : 1n;
    const lack = yield* this.lackIn(withBallots(this.election, p, Number(more)), p);
    return lack === null ? null : lack.votes;
  }

  private *lackAtCost(p: number, cost: bigint): Generator<void, bigint | null> {
    if (this.greedy) return this.greedy.funds(p, 0, cost) ? null : 1n;
    const lack = yield* this.lackIn(withCost(this.election, p, cost), p);
    return lack === null ? null : lack.money;
  }

  private *lackIn(altered: Election, p: number): Generator<void, Lack | null> {
    const counted = yield* countInSteps(altered, this.rule, this.options);
    yield;
    return counted.purse.has(p) ? null : lackAfter(altered, this.rule, counted, p);
  }
}
