import { describe, expect, it } from "vitest";
import type { ElectionInput } from "~/domain/tally/election";
import { buildElection } from "~/domain/tally/election-builder";
import { countBallots } from "./counted-ballots";

function election(input: Partial<ElectionInput>) {
  const built = buildElection({
    voteType: "approval",
    budget: "100",
    projects: [
      { id: "10", cost: "60" },
      { id: "9", cost: "40" },
      { id: "2", cost: "60" },
    ],
    ballots: [
      { choices: ["10", "9"] },
      { choices: ["9"] },
      { choices: ["2", "9"] },
      { choices: ["10"] },
      { choices: ["2"] },
    ],
    ...input,
  });
  if (!built.ok) throw new Error(built.problem.code);
  return built.value;
}

describe("countBallots", () => {
  it("counts, places projects by votes and counts funded choices of each voter", () => {
    const { count, places, fundedChoices } = countBallots(election({}), "greedy_votes", "project_code");
    expect(count.selected).toEqual(["9", "10"]);
    expect([...places]).toEqual([
      ["9", 1],
      ["10", 2],
      ["2", 3],
    ]);
    expect(fundedChoices).toEqual([1, 3, 1]);
    expect(fundedChoices.slice(1).reduce((sum, voters) => sum + voters, 0)).toBe(count.votersWithWinner);
  });

  it("I-11 breaks ties by the stated order in any order of rows", () => {
    const projects = [
      { id: "a", cost: "70" },
      { id: "b", cost: "60" },
    ];
    const ballots = [{ choices: ["a"] }, { choices: ["b"] }];
    for (const shuffled of [ballots, [...ballots].reverse()]) {
      for (const rows of [projects, [...projects].reverse()]) {
        const own = election({ projects: rows, ballots: shuffled });
        expect(countBallots(own, "greedy_votes", "project_code").count.selected).toEqual(["a"]);
        expect(countBallots(own, "greedy_votes", "lower_cost_then_code").count.selected).toEqual(["b"]);
      }
    }
  });

  it("tells the outcome of other rules on the same ballots", () => {
    const { others } = countBallots(election({}), "greedy_votes", "project_code");
    expect(others).toEqual([{ rule: "mes_cost_add1u", funded: 2, cost: "100", votersWithWinner: 4 }]);
  });
});
