import { describe, expect, it } from "vitest";
import { VOTE_TYPES } from "~/domain/tally/election";
import { ruleNamed } from "~/domain/tally/rules";
import { rulesToWeigh } from "./compare-rules";

describe("rulesToWeigh", () => {
  it("puts the rule that was used first and names no rule twice", () => {
    expect(rulesToWeigh("approval", "mes_cost_add1u")).toEqual([
      "mes_cost_add1u",
      "greedy_votes",
      "greedy_votes_per_cost",
      "mes_cost_add1",
      "phragmen",
    ]);
    expect(rulesToWeigh("approval", "greedy_votes_threshold")[0]).toBe("greedy_votes_threshold");
  });

  it.each(VOTE_TYPES)("names only rules that count %s ballots", (voteType) => {
    const used =
      voteType === "cumulative" ? "greedy_points" : voteType === "ordinal" ? "greedy_borda" : "greedy_votes";
    const rules = rulesToWeigh(voteType, used);
    expect(rules.length).toBeGreaterThanOrEqual(4);
    for (const rule of rules) expect(ruleNamed(rule, voteType)?.id).toBe(rule);
  });
});
