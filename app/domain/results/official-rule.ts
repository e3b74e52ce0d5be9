import type { VoteType } from "~/domain/tally/election";
import { type RuleId, ruleNamed } from "~/domain/tally/rules";

/** Keys that our own files have beyond the format: the exact rule, the order among equals, and what a draw is made of. */
export const OWN_KEYS = {
  rule: "rule_id",
  tieOrder: "tie_order",
  drawSeed: "draw_seed",
  drawValue: "draw_public_value",
  drawCommitment: "draw_commitment",
} as const;

/** The rule that a Pabulib file names in META, by the id that reproduces it; `u` stands for the unit of its ballots. */
const OFFICIAL: Record<string, (unit: string) => string> = {
  greedy: (unit) => `greedy_${unit}`,
  "greedy-no-skip": (unit) => `greedy_${unit}_noskip`,
  "greedy-threshold": (unit) => `greedy_${unit}_threshold`,
  equalshares: (unit) => shares(unit, ""),
  "equalshares/add1": (unit) => shares(unit, "_add1"),
  // Wieliczka 2023: shares grow until the next step would overspend; the comparison with greedy kept the outcome.
  "equalshares/add1-comparison": (unit) => shares(unit, "_add1_until_over"),
};

const UNITS: Record<VoteType, string> = {
  approval: "votes",
  "choose-1": "votes",
  cumulative: "points",
  ordinal: "borda",
};

function shares(unit: string, completion: string): string {
  return unit === "votes" ? `mes_cost${completion}` : `mes_${unit}_cost${completion}`;
}

/**
 * The rule to count a published file by: the one META names where it is known, else most votes first. Cities
 * also use rules of their own ("greedy-custom", "unknown"), which nobody has written down.
 */
export function officialRule(meta: ReadonlyMap<string, string>, voteType: VoteType): RuleId {
  const unit = UNITS[voteType];
  const own = ruleNamed(meta.get(OWN_KEYS.rule) ?? "", voteType);
  if (own) return own.id;
  const named = OFFICIAL[(meta.get("rule") ?? "").trim().toLowerCase()]?.(unit) ?? "";
  const known = ruleNamed(named, voteType);
  if (!known) return `greedy_${unit}`;
  const lacksThreshold =
    known.method === "greedy" && known.threshold && !meta.has("min_project_score_threshold");
  return lacksThreshold ? `greedy_${unit}` : known.id;
}

/** The name that other readers of the format know for a rule of ours. */
export function pabulibRule(rule: RuleId, minimumVotes: number): string {
  if (rule.startsWith("mes_")) return "equalshares/add1";
  return minimumVotes > 1 ? "greedy-threshold" : "greedy";
}

/** Rules whose outcome stands beside the official one, so that a council sees what the rule decides. */
export function rulesToCompare(voteType: VoteType, used: RuleId): RuleId[] {
  const unit = UNITS[voteType];
  return [`greedy_${unit}`, shares(unit, "_add1u")].filter((rule) => rule !== used);
}
