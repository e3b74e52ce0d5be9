import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { build, conditionalElections, count } from "../../../test/reference/small-elections";
import type { CountResult } from "./count-result";
import type { Election, Project } from "./election";
import { rulesFor } from "./rules";

/** What every rule makes of random elections with conditions, winner by winner. */
function everyCount(look: (election: Election, winners: Project[], counted: CountResult) => void): void {
  fc.assert(
    fc.property(conditionalElections(), (input) => {
      const election = build(input);
      for (const { id: rule } of rulesFor(election.voteType)) {
        const counted = count(election, rule);
        const winners = counted.selected.map((id) => election.indexOf.get(id) ?? -1);
        look(
          election,
          winners.flatMap((index) => election.projects[index] ?? []),
          counted,
        );
      }
    }),
    { numRuns: 300 },
  );
}

describe("conditions, under every rule", { timeout: 60_000 }, () => {
  it("funds at most one project of an exclusive group", () => {
    everyCount((_, winners, { rule }) => {
      const taken = winners.flatMap(({ exclusiveGroups }) => exclusiveGroups);
      expect(new Set(taken).size, rule).toBe(taken.length);
    });
  });

  it("funds a project only after all it needs", () => {
    everyCount((_, winners, { rule }) => {
      const funded = new Set<number>();
      for (const { index, requires } of winners) {
        expect(
          requires.filter((needed) => !funded.has(needed)),
          rule,
        ).toEqual([]);
        funded.add(index);
      }
    });
  });

  it("pays each project from one envelope that still holds its cost, and never more than the budget", () => {
    everyCount(({ budget, envelopes }, winners, { rule }) => {
      const left = envelopes.map(({ amount }) => amount);
      let spent = 0n;
      for (const { cost, envelopes: own } of winners) {
        spent += cost;
        if (left.length === 0) continue;
        const from = own.find((envelope) => (left[envelope] ?? 0n) >= cost);
        expect(from, rule).toBeDefined();
        if (from !== undefined) left[from] = (left[from] ?? 0n) - cost;
      }
      expect(spent <= budget, rule).toBe(true);
    });
  });

  it("names a round for every winner, and a reason for every loser that its conditions bear out", () => {
    everyCount((_, __, { rule, selected, rounds, projects }) => {
      const losers = projects.filter(({ funded }) => !funded);
      for (const [place, round] of rounds.filter((each) => each.kind !== "turn" || each.funded).entries())
        expect(projects.find(({ id }) => id === selected[place])?.round, rule).toBe(round.round);
      for (const { id, votes, reason, numbers } of losers) {
        if (reason === "no-supporters") expect(votes, `${rule}: ${id}`).toBe(0);
        if (reason === "excluded-by-winner") expect(selected, rule).toContain(numbers.by);
      }
    });
  });
});
