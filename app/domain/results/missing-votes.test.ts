import { describe, expect, it } from "vitest";
import { atOnce } from "~/domain/tally/count";
import { buildElection } from "~/domain/tally/election-builder";
import { missingVotesOf } from "./missing-votes";

function town() {
  const built = buildElection({
    voteType: "approval",
    budget: 100,
    projects: [
      { id: "park", cost: 60 },
      { id: "road", cost: 50 },
      { id: "lamp", cost: 30 },
    ],
    ballots: [
      { choices: ["park"], weight: 10 },
      { choices: ["road"], weight: 7 },
      { choices: ["lamp"], weight: 2 },
    ],
  });
  if (!built.ok) throw new Error(built.problem.code);
  return built.value;
}

describe("what unfunded projects lacked", () => {
  it("is told of each of them, and of no other", () => {
    expect(atOnce(missingVotesOf(town(), "greedy_votes", {}, Number.POSITIVE_INFINITY))).toEqual([
      { project: "road", moreVotes: 4, cheaperBy: "10" },
    ]);
  });

  it("goes by the order among equals", () => {
    const tieOrder = ["road", "park", "lamp"];
    const [road] = atOnce(missingVotesOf(town(), "greedy_votes", { tieOrder }, Number.POSITIVE_INFINITY));
    expect(road).toMatchObject({ moreVotes: 3 });
  });

  it("is left open where the work would be too much, the same each time", () => {
    const counted = atOnce(missingVotesOf(town(), "mes_cost_add1", {}, 3_000));
    const stopped = atOnce(missingVotesOf(town(), "mes_cost_add1", {}, 30));
    expect(counted.length).toBeGreaterThan(0);
    expect(counted.some(({ notCounted }) => notCounted)).toBe(false);
    expect(stopped).toEqual(
      counted.map(({ project }) => ({ project, moreVotes: null, cheaperBy: null, notCounted: true })),
    );
  });

  it("refuses a rule that does not count such ballots", () => {
    expect(() => atOnce(missingVotesOf(town(), "mes_points", {}, 1))).toThrow("mes_points");
  });
});
