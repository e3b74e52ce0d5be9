import { VOTE_TYPES } from "~/domain/tally/election";
import { type Completion, type Rule, type RuleId, ruleNamed } from "~/domain/tally/rules";
import type { MessageKey } from "~/i18n/messages";
import type { T } from "~/i18n/translate";

const completions = {
  none: "results.recount.completion.none",
  greedy: "results.recount.completion.greedy",
  epsilon: "results.recount.completion.epsilon",
  add1: "results.recount.completion.add1",
  "add1-greedy": "results.recount.completion.add1Greedy",
  "add1-integral": "results.recount.completion.add1Integral",
  "add1-until-over": "results.recount.completion.add1UntilOver",
} satisfies Record<Completion, MessageKey>;

/** Few words for the completions that stand in the head of a column; the others go by their full name. */
const shortCompletions: Partial<Record<Completion, MessageKey>> = {
  add1: "results.compare.short.sharesAdd1",
  "add1-greedy": "results.compare.short.sharesAdd1Greedy",
  "add1-until-over": "results.compare.short.sharesUntilOver",
};

/** What a counting rule is called in full, so that no two rules share a name; the id itself for an unknown one. */
export function ruleName(t: T, id: RuleId): string {
  const rule = findRule(id);
  if (!rule) return id;
  const name = rule.method === "greedy" ? greedyName(t, rule) : sharesName(t, rule);
  return rule.utility === "borda0" ? t("results.recount.rule.lastWorthNothing", { name }) : name;
}

/** A name of a few words, for the head of a column and the like. */
export function shortRuleName(t: T, id: RuleId): string {
  const rule = findRule(id);
  if (rule?.method === "greedy" && rule.skip && !rule.threshold) {
    const unit = rule.utility === "votes" ? "Votes" : "Points";
    return t(
      rule.order === "score" ? `results.compare.short.greedy${unit}` : `results.compare.short.perCost${unit}`,
    );
  }
  if (rule?.method === "phragmen") return t("results.compare.short.phragmen");
  const shares = rule?.method === "equal-shares" ? shortCompletions[rule.completion] : undefined;
  return shares ? t(shares) : ruleName(t, id);
}

function findRule(id: RuleId): Rule | null {
  return VOTE_TYPES.map((type) => ruleNamed(id, type)).find((found) => found !== null) ?? null;
}

function greedyName(t: T, rule: Extract<Rule, { method: "greedy" }>): string {
  const unit = rule.utility === "votes" ? "Votes" : "Points";
  const name = t(
    rule.order === "score" ? `results.recount.rule.greedy${unit}` : `results.recount.rule.perCost${unit}`,
  );
  if (rule.threshold) return t("results.recount.rule.threshold", { name });
  return rule.skip ? name : t("results.recount.rule.noSkip", { name });
}

function sharesName(t: T, rule: Exclude<Rule, { method: "greedy" }>): string {
  if (rule.method === "phragmen") return t("results.rule.phragmenName");
  const byVotes = rule.timesCost ? "results.recount.rule.sharesCost" : "results.recount.rule.sharesNumber";
  const byPoints = rule.timesCost
    ? "results.recount.rule.sharesPointsCost"
    : "results.recount.rule.sharesPoints";
  const shares = t(rule.utility === "votes" ? byVotes : byPoints);
  return t("results.recount.rule.shares", { shares, rest: t(completions[rule.completion]) });
}
