import { describe, expect, it } from "vitest";
import { countElection } from "./count";
import type { ElectionInput } from "./election";
import { buildElection } from "./election-builder";

const people = (weight: number, ...choices: string[]) => ({ choices, weight });

function roundsUnder(rule: string, input: Omit<ElectionInput, "voteType">): Record<string, unknown> {
  const election = buildElection({ voteType: "approval", ...input });
  if (!election.ok) throw new Error(election.problem.code);
  const counted = countElection(election.value, rule);
  if (!counted.ok) throw new Error(counted.problem.code);
  return Object.fromEntries(
    counted.value.projects.map(({ id, funded, round, reason }) => [id, funded ? round : [reason, round]]),
  );
}

const town = {
  budget: 100,
  projects: [
    { id: "a", cost: 42 },
    { id: "b", cost: 45 },
    { id: "c", cost: 25 },
    { id: "d", cost: 60 },
  ],
  ballots: [people(6, "a", "b"), people(3, "c"), people(1, "d")],
};

describe("the last round a project could still have won", () => {
  it("Equal Shares: until its supporters no longer hold its cost together", () => {
    // Ten voters hold 10 each. Round 1: six of them pay 42 for a and keep 18, too little for b at 45.
    expect(roundsUnder("mes_cost", town)).toEqual({
      a: 1,
      b: ["supporters-lack-money", 1],
      c: 2,
      d: ["supporters-lack-money", null],
    });
  });

  it("Equal Shares: holding just the cost is enough, in any fraction", () => {
    // Three voters hold 10/3 each. b costs just what they hold, which as a double is a little less or more.
    const thirds = {
      budget: 10,
      projects: [
        { id: "a", cost: "0.1" },
        { id: "b", cost: "10" },
      ],
      ballots: [people(3, "a", "b")],
    };
    expect(roundsUnder("mes_cardinality", thirds)).toEqual({ a: 1, b: ["supporters-lack-money", 1] });
    const dearer = { ...thirds, budget: "9.99999999999999999999" };
    expect(roundsUnder("mes_cardinality", dearer)).toMatchObject({ b: ["dearer-than-budget", null] });
  });

  it("Equal Shares: until another project of its group wins, and from when the one it needs has won", () => {
    const linked = {
      budget: 120,
      projects: [
        { id: "a", cost: 20, exclusiveGroups: ["park"] },
        { id: "b", cost: 50, exclusiveGroups: ["park"] },
        { id: "c", cost: 45 },
        { id: "d", cost: 41, requires: ["a"] },
      ],
      ballots: [people(6, "a", "b", "d"), people(5, "c")],
    };
    expect(roundsUnder("mes_cost", linked)).toEqual({
      a: 1,
      b: ["excluded-by-winner", 1],
      c: 3,
      d: 2,
    });
  });

  it("the completion by epsilon: until it fits no more", () => {
    expect(roundsUnder("mes_cost_eps", town)).toEqual({
      a: 1,
      b: ["supporters-lack-money", 1],
      c: 2,
      d: ["supporters-lack-money", null],
    });
    const roomy = { ...town, budget: 115 };
    expect(roundsUnder("mes_cost_eps", roomy)).toEqual({
      a: 1,
      b: 3,
      c: 2,
      d: ["supporters-lack-money", null],
    });
  });

  it("an envelope that is used up is told as such, and until when it was not", () => {
    const parts = {
      budget: 100,
      envelopes: [
        { id: "north", amount: 40 },
        { id: "south", amount: 60 },
      ],
      projects: [
        { id: "a", cost: 30, envelopes: ["north"] },
        { id: "b", cost: 30, envelopes: ["north"] },
        { id: "c", cost: 25, envelopes: ["south"] },
      ],
      ballots: [people(9, "a"), people(8, "b"), people(7, "c")],
    };
    for (const rule of ["mes_cost", "phragmen"])
      expect(roundsUnder(rule, parts), rule).toEqual({ a: 1, b: ["does-not-fit", 1], c: 2 });
    expect(roundsUnder("greedy_votes", parts)).toEqual({ a: 1, b: ["does-not-fit", 2], c: 3 });
  });

  it("Phragmén: the round that would have overspent", () => {
    const lost = ["next-would-overspend", 3];
    expect(roundsUnder("phragmen", town)).toEqual({ a: 1, b: lost, c: 2, d: lost });
  });

  it("greedy: its turn; where the count stopped, the turn that stopped it", () => {
    expect(roundsUnder("greedy_votes", town)).toEqual({
      a: 1,
      b: 2,
      c: ["does-not-fit", 3],
      d: ["does-not-fit", 4],
    });
    expect(roundsUnder("greedy_votes_noskip", town)).toMatchObject({
      c: ["does-not-fit", 3],
      d: ["count-had-stopped", 3],
    });
  });
});
