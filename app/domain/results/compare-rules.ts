import type { VoteType } from "~/domain/tally/election";
import { type Rule, type RuleId, rulesFor } from "~/domain/tally/rules";

/**
 * The rules a council weighs on the same ballots, the one that was used first: most votes, most votes for the
 * money, Equal Shares by cost with its two usual completions, and Phragmén where it counts such ballots.
 */
export function rulesToWeigh(voteType: VoteType, used: RuleId): RuleId[] {
  const usual = rulesFor(voteType).filter(isUsual);
  return [...new Set([used, ...usual.map(({ id }) => id)])];
}

function isUsual(rule: Rule): boolean {
  if (rule.utility === "borda0") return false;
  if (rule.method === "greedy") return rule.skip && !rule.threshold;
  if (rule.method === "phragmen") return true;
  return rule.timesCost && (rule.completion === "add1" || rule.completion === "add1-greedy");
}
