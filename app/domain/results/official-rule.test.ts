import { describe, expect, it } from "vitest";
import { officialRule, rulesToCompare } from "./official-rule";

const meta = (rule: string, more: [string, string][] = []) => new Map([["rule", rule], ...more]);

describe("officialRule", () => {
  it.each([
    ["greedy", "approval", "greedy_votes"],
    ["greedy", "cumulative", "greedy_points"],
    ["greedy-no-skip", "ordinal", "greedy_borda_noskip"],
    ["equalshares/add1", "approval", "mes_cost_add1"],
    ["equalshares/add1-comparison", "approval", "mes_cost_add1_until_over"],
    ["unknown", "choose-1", "greedy_votes"],
    ["greedy-custom", "approval", "greedy_votes"],
  ] as const)("maps %s of %s ballots to %s", (rule, voteType, id) => {
    expect(officialRule(meta(rule), voteType)).toBe(id);
  });

  it("takes the threshold rule only where the file states the threshold", () => {
    expect(officialRule(meta("greedy-threshold", [["min_project_score_threshold", "50"]]), "approval")).toBe(
      "greedy_votes_threshold",
    );
    expect(officialRule(meta("greedy-threshold"), "approval")).toBe("greedy_votes");
  });
});

it("trusts the exact rule that our own files name", () => {
  expect(officialRule(meta("equalshares/add1", [["rule_id", "mes_cost_add1u"]]), "approval")).toBe(
    "mes_cost_add1u",
  );
});

it("compares with the rules that were not used", () => {
  expect(rulesToCompare("approval", "greedy_votes")).toEqual(["mes_cost_add1u"]);
  expect(rulesToCompare("ordinal", "greedy_borda_threshold")).toEqual([
    "greedy_borda",
    "mes_borda_cost_add1u",
  ]);
});
