import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { countElection } from "./count";
import type { Election, ElectionInput } from "./election";
import { buildElection } from "./election-builder";
import { measureOutcome } from "./measures";
import { readPabulib } from "./pabulib-reader";

function election(input: Partial<ElectionInput>): Election {
  const built = buildElection({ voteType: "approval", budget: 100, projects: [], ballots: [], ...input });
  if (!built.ok) throw new Error(built.problem.code);
  return built.value;
}

const town = election({
  projects: [
    { id: "a", cost: 60 },
    { id: "b", cost: 40 },
    { id: "c", cost: 20 },
  ],
  ballots: [{ choices: ["a", "b"], weight: 3 }, { choices: ["a"] }, { choices: ["c"], weight: 2 }],
});

describe("measureOutcome", () => {
  it("counts voters without a funded choice and choices per voter", () => {
    expect(measureOutcome(town, ["a", "b"])).toMatchObject({ excluded: 2 / 6, fundedChoices: 7 / 6 });
    expect(measureOutcome(town, ["c", "a"])).toMatchObject({ excluded: 0, fundedChoices: 1 });
    expect(measureOutcome(town, [])).toMatchObject({ excluded: 1, fundedChoices: 0, gini: 0 });
  });

  it("gives the Gini coefficient of what is spent on each voter", () => {
    const pair = election({
      projects: [
        { id: "a", cost: 10 },
        { id: "b", cost: 30 },
      ],
      ballots: [{ choices: ["a"] }, { choices: ["b"] }],
    });
    expect(measureOutcome(pair, ["a", "b"]).gini).toBeCloseTo(0.25);
    expect(measureOutcome(pair, ["a"]).gini).toBeCloseTo(0.5);
    // 25, 25, 25 of b and 15 each of a; c spends 10 on each of two: values 28.33 x3, 15, 10 x2.
    const spent = [10, 10, 15, 60 / 4 + 40 / 3, 60 / 4 + 40 / 3, 60 / 4 + 40 / 3];
    const pairs = spent.flatMap((one) => spent.map((two) => Math.abs(one - two)));
    const expected =
      pairs.reduce((sum, each) => sum + each, 0) / (2 * 6 * spent.reduce((sum, each) => sum + each, 0));
    expect(measureOutcome(town, ["a", "b", "c"]).gini).toBeCloseTo(expected);
  });

  it("finds a project whose supporters have a claim to its cost", () => {
    // Two of six voters have a claim to a third of the budget, 33.3: enough for c, which costs 20.
    expect(measureOutcome(town, ["a", "b"]).deserving).toEqual(["c"]);
    // The three voters of b see a funded for 60; with b it would be 100, twice their claim of 50.
    expect(measureOutcome(town, ["a", "c"]).deserving).toEqual([]);
  });

  it("decides an exact claim exactly, and leaves out projects below the minimum", () => {
    const thirds = {
      budget: "1",
      projects: [{ id: "a", cost: "0.33" }],
      ballots: [{ choices: ["a"] }, { choices: [], weight: 2 }],
    };
    expect(measureOutcome(election(thirds), []).deserving).toEqual(["a"]);
    expect(
      measureOutcome(election({ ...thirds, projects: [{ id: "a", cost: "0.34" }] }), []).deserving,
    ).toEqual([]);
    const exact = {
      budget: 3,
      projects: [{ id: "a", cost: 1 }],
      ballots: [{ choices: ["a"] }, { choices: [], weight: 2 }],
    };
    expect(measureOutcome(election(exact), []).deserving).toEqual(["a"]);
    expect(measureOutcome(election({ ...exact, minimumVotes: 2 }), []).deserving).toEqual([]);
  });

  it("finds Equal Shares without a violation and greedy with some, on a real election", () => {
    const file = gunzipSync(readFileSync("db/seed/elections/Poland_Wieliczka_2023_Green_Budget.pb.gz"));
    const read = readPabulib(file.toString("utf8"));
    if (!read.ok) throw new Error(read.problem.cause);
    const deserving = (rule: string) => {
      const counted = countElection(read.value.election, rule);
      if (!counted.ok) throw new Error(counted.problem.code);
      return measureOutcome(read.value.election, counted.value.selected).deserving.length;
    };
    expect(deserving("mes_cost")).toBe(0);
    expect(deserving("greedy_votes")).toBeGreaterThan(0);
  });
});
