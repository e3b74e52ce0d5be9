import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { withBallots, withCost } from "./altered-election";
import { countElection } from "./count";
import { counterfactual } from "./counterfactual";
import type { Election, ElectionInput } from "./election";
import { buildElection } from "./election-builder";
import { readPabulib } from "./pabulib-reader";

function build(input: ElectionInput): Election {
  const built = buildElection(input);
  if (!built.ok) throw new Error(built.problem.code);
  return built.value;
}

function funded(election: Election, rule: string, id: string): boolean {
  const counted = countElection(election, rule);
  if (!counted.ok) throw new Error(counted.problem.code);
  return counted.value.selected.includes(id);
}

const town = build({
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

describe("what would have funded a project", { timeout: 60_000 }, () => {
  it("greedy: as many votes as the project it must pass, or a cost that fits", () => {
    // The road must pass the park, which wins ties by its id; or fit beside it.
    expect(counterfactual(town, "greedy_votes", "road")).toEqual({
      project: "road",
      moreVotes: 4,
      affordableCost: "40",
      cheaperBy: "10",
    });
  });

  it("a project without a vote needs votes, and no price helps under Equal Shares", () => {
    const empty = build({
      voteType: "approval",
      budget: 10,
      projects: [{ id: "a", cost: 9 }],
      ballots: [{ choices: [], weight: 4 }],
    });
    expect(counterfactual(empty, "mes_cost", "a")).toMatchObject({ moreVotes: null, affordableCost: null });
    expect(counterfactual(empty, "mes_cost", "a", { mostVotes: 1_000 })).toMatchObject({ moreVotes: 36 });
  });

  it.each(["greedy_votes", "mes_cost", "mes_cost_add1u", "phragmen"])(
    "%s: on a real election each answer works and its neighbour does not",
    (rule) => {
      const { election } = assen();
      const losers = election.projects.filter(({ id }) => !funded(election, rule, id));
      const answers = losers.map(({ id, index }) => ({ id, index, ...counterfactual(election, rule, id) }));
      for (const { id, index, moreVotes } of answers.filter((answer) => answer.moreVotes !== null)) {
        const votes = moreVotes ?? 0;
        expect(funded(withBallots(election, index, votes), rule, id)).toBe(true);
        if (votes > 1) expect(funded(withBallots(election, index, votes - 1), rule, id)).toBe(false);
      }
      for (const { id, index, affordableCost } of answers.filter(
        (answer) => answer.affordableCost !== null,
      )) {
        const units = BigInt(affordableCost ?? 0);
        expect(funded(withCost(election, index, units), rule, id)).toBe(true);
        expect(funded(withCost(election, index, units + 1n), rule, id)).toBe(false);
      }
      expect(answers.length).toBeGreaterThan(0);
    },
  );
});

function assen() {
  const file = readFileSync("test/reference/elections/Netherlands_Assen_2024.pb.gz");
  const read = readPabulib(gunzipSync(file).toString("utf8"));
  if (!read.ok) throw new Error(read.problem.cause);
  return read.value;
}
