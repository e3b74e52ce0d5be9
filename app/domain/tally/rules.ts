import type { VoteType } from "~/domain/tally/election";
import type { UtilityKind } from "~/domain/tally/profile";

/** What happens to the money Equal Shares leaves unspent. */
export type Completion =
  | "none"
  | "greedy"
  | "epsilon"
  | "add1"
  | "add1-greedy"
  | "add1-integral"
  | "add1-until-over";

export type GreedyOrder = "score" | "score-per-cost";

/** A counting rule, fully determined. Its id is stable and printed with every result. */
export type Rule =
  | {
      readonly id: RuleId;
      readonly method: "greedy";
      readonly utility: UtilityKind;
      readonly order: GreedyOrder;
      readonly skip: boolean;
      readonly threshold: boolean;
    }
  | {
      readonly id: RuleId;
      readonly method: "equal-shares";
      readonly utility: UtilityKind;
      readonly timesCost: boolean;
      readonly completion: Completion;
    }
  | { readonly id: RuleId; readonly method: "phragmen"; readonly utility: "votes" };

/** `greedy_votes`, `mes_cost_add1u`, …: the names used with Pabulib data. */
export type RuleId = string & { readonly __rule?: never };

const COMPLETIONS: readonly (readonly [string, Completion])[] = [
  ["", "none"],
  ["_u", "greedy"],
  ["_eps", "epsilon"],
  ["_add1", "add1"],
  ["_add1u", "add1-greedy"],
  ["_add1_integral", "add1-integral"],
  ["_add1_until_over", "add1-until-over"],
];

const UTILITIES: Record<VoteType, readonly UtilityKind[]> = {
  approval: ["votes"],
  "choose-1": ["votes"],
  cumulative: ["points"],
  ordinal: ["borda", "borda0"],
};

/** Every rule that counts ballots of this type, in a fixed order. */
export function rulesFor(voteType: VoteType): readonly Rule[] {
  const rules = UTILITIES[voteType].flatMap((utility) => [...greedyRules(utility), ...sharesRules(utility)]);
  return voteType === "approval" || voteType === "choose-1"
    ? [...rules, { id: "phragmen", method: "phragmen", utility: "votes" }]
    : rules;
}

/**
 * The rule of that id, or `null` where it does not count such ballots. The short names `greedy` and
 * `equal-shares` mean what a city would mean: by votes, points or Borda points, whatever fits; and
 * cost utilities completed by Add1, then greedily.
 */
export function ruleNamed(name: string, voteType: VoteType): Rule | null {
  const [utility = "votes"] = UTILITIES[voteType];
  const id =
    name === "greedy"
      ? `greedy_${utility}`
      : name === "equal-shares"
        ? `mes_${utility === "votes" ? "cost" : `${utility}_cost`}_add1u`
        : name;
  return rulesFor(voteType).find((rule) => rule.id === id) ?? null;
}

/** Whether any type of ballot knows this rule. */
export function isRuleName(name: string): boolean {
  return (["approval", "cumulative", "ordinal"] as const).some((type) => ruleNamed(name, type) !== null);
}

function greedyRules(utility: UtilityKind): Rule[] {
  const base = { method: "greedy", utility, order: "score", skip: true, threshold: false } as const;
  return [
    { ...base, id: `greedy_${utility}` },
    { ...base, id: `greedy_${utility}_per_cost`, order: "score-per-cost" },
    { ...base, id: `greedy_${utility}_noskip`, skip: false },
    { ...base, id: `greedy_${utility}_threshold`, threshold: true },
  ];
}

function sharesRules(utility: UtilityKind): Rule[] {
  const stems: readonly (readonly [string, boolean])[] =
    utility === "votes"
      ? [
          ["mes_cost", true],
          ["mes_cardinality", false],
        ]
      : [
          [`mes_${utility}`, false],
          [`mes_${utility}_cost`, true],
        ];
  return stems.flatMap(([stem, timesCost]) =>
    COMPLETIONS.map(
      ([suffix, completion]): Rule => ({
        id: `${stem}${suffix}`,
        method: "equal-shares",
        utility,
        timesCost,
        completion,
      }),
    ),
  );
}
