import { VOTE_TYPES } from "~/domain/tally/election";
import { type RuleId, ruleNamed } from "~/domain/tally/rules";

export type RuleFamily = "greedy" | "shares" | "phragmen";

/** What the method page must know of a rule to say it in words. */
export type RuleTraits = {
  family: RuleFamily;
  /** Ranked by the number of people, or by points on ballots. */
  unit: "votes" | "points";
  order: "score" | "score-per-cost";
  skips: boolean;
  threshold: boolean;
  /** Equal Shares: the whole cost counts as utility, or each project counts the same. */
  byCost: boolean;
  /** Equal Shares: shares grow step by step; what is left is filled greedily. */
  addsSteps: boolean;
  fillsUp: boolean;
};

/**
 * Reads the traits of a rule id of the tally.
 * @throws {Error} for an id that no ballots can be counted by: stored results never hold one
 */
export function ruleTraits(id: RuleId): RuleTraits {
  const rule = VOTE_TYPES.map((type) => ruleNamed(id, type)).find((found) => found !== null);
  if (!rule) throw new Error(`No rule is called ${id}.`);
  const unit = rule.utility === "votes" ? "votes" : "points";
  const plain = {
    unit,
    order: "score",
    skips: true,
    threshold: false,
    byCost: false,
    addsSteps: false,
    fillsUp: false,
  } as const;
  if (rule.method === "phragmen") return { ...plain, family: "phragmen" };
  if (rule.method === "greedy") {
    return { ...plain, family: "greedy", order: rule.order, skips: rule.skip, threshold: rule.threshold };
  }
  const { completion, timesCost } = rule;
  return {
    ...plain,
    family: "shares",
    byCost: timesCost,
    addsSteps: completion.startsWith("add1"),
    fillsUp: completion === "greedy" || completion === "add1-greedy",
  };
}
