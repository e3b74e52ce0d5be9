import { expect, it } from "vitest";
import { countElection } from "~/domain/tally/count";
import { buildElection } from "~/domain/tally/election-builder";
import { lastPayableRounds } from "./lost-rounds";

const ballots = [
  ...Array.from({ length: 6 }, () => ({ choices: ["a", "b"] })),
  ...Array.from({ length: 3 }, () => ({ choices: ["c"] })),
  { choices: ["d"] },
];
const projects = [
  { id: "a", cost: "42" },
  { id: "b", cost: "45" },
  { id: "c", cost: "25" },
  { id: "d", cost: "60" },
];

it("tells until which round the supporters of a project could have paid for it", () => {
  const election = buildElection({ voteType: "approval", budget: "100", projects, ballots });
  if (!election.ok) throw new Error(election.problem.code);
  const counted = countElection(election.value, "mes_cost");
  if (!counted.ok) throw new Error(counted.problem.code);
  // Ten voters hold 10 each. Round 1: six of them pay 42 for a and keep 18, too little for b at 45.
  expect(counted.value.selected).toEqual(["a", "c"]);
  expect([...lastPayableRounds(election.value, counted.value)]).toEqual([["b", 1]]);
});
