import { withCost, worthAlone } from "~/domain/tally/altered-election";
import type { Election } from "~/domain/tally/election";
import { compareScores, fillGreedily, greedyOrder } from "~/domain/tally/greedy";
import { type Profile, profileOf, reaches } from "~/domain/tally/profile";
import { Purse } from "~/domain/tally/purse";
import type { Rule } from "~/domain/tally/rules";

type GreedyRule = Extract<Rule, { method: "greedy" }>;

/**
 * Greedy counts with other votes for one project, or another cost. Votes for one project alone
 * change nothing but its score, so nothing is counted: the others stay in their order, the project
 * goes to its new place, and the money is handed out. O(m) each.
 */
export class GreedyTrials {
  private readonly profile: Profile;
  /** Projects that may win as they are, in their order. */
  private readonly order: readonly number[];
  private readonly scores: readonly bigint[];

  constructor(
    private readonly election: Election,
    private readonly rule: GreedyRule,
    private readonly ranks: Int32Array,
  ) {
    this.profile = profileOf(election, rule.utility);
    const order = greedyOrder(election, this.profile, rule.order, ranks);
    this.order = order.filter((p) => this.allowed(this.profile, p));
    this.scores = Array.from(this.profile.score, (score) => BigInt(score));
  }

  /** Whether `p` is funded with so many more ballots for it alone, at that cost or its own. */
  funds(p: number, moreVotes: number, cost: bigint | null): boolean {
    const altered = cost === null ? this.election : withCost(this.election, p, cost);
    const score = this.profile.score.slice();
    score[p] = (score[p] as number) + moreVotes * worthAlone(this.election.ballots, this.rule.utility);
    if (!this.allowed({ ...this.profile, score }, p)) return false;
    const scores = this.scores.with(p, BigInt(score[p] as number));
    const others = this.order.filter((other) => other !== p);
    const before = others.filter((other) => this.goesBefore(altered, scores, other, p));
    const purse = new Purse(altered);
    fillGreedily(altered, purse, [...before, p, ...others.slice(before.length)], this.rule.skip);
    return purse.has(p);
  }

  private goesBefore(election: Election, scores: readonly bigint[], other: number, p: number): boolean {
    const order = compareScores(election, scores, this.rule.order, other, p);
    return (order || (this.ranks[other] as number) - (this.ranks[p] as number)) < 0;
  }

  private allowed(profile: Profile, p: number): boolean {
    const { minimumVotes, scoreThreshold } = this.election;
    return reaches(profile, p, minimumVotes) && (!this.rule.threshold || reaches(profile, p, scoreThreshold));
  }
}
