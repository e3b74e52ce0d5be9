import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slowWinners } from "../../../test/reference/slow-count";
import { build, conditionalElections, count, elections } from "../../../test/reference/small-elections";
import { type Election, VOTE_TYPES } from "./election";
import { rulesFor } from "./rules";

const idsOf = (election: Election, indices: readonly number[]) =>
  indices.map((index) => election.projects[index]?.id);
const RULES = { numRuns: 100 };

describe("every rule, on small elections of every kind", { timeout: 60_000 }, () => {
  it("never spends more than the budget, and says of every project whether it is funded", () => {
    fc.assert(
      fc.property(fc.oneof(elections(), conditionalElections()), (input) => {
        const election = build(input);
        for (const { id: rule } of rulesFor(election.voteType)) {
          const result = count(election, rule);
          const cost = result.selected.reduce(
            (sum, id) => sum + (election.projects[election.indexOf.get(id) ?? -1]?.cost ?? 0n),
            0n,
          );
          expect(cost <= election.budget, rule).toBe(true);
          expect(new Set(result.selected).size).toBe(result.selected.length);
          expect(
            result.projects
              .filter(({ funded }) => funded)
              .map(({ id }) => id)
              .sort(),
          ).toEqual([...result.selected].sort());
        }
      }),
      RULES,
    );
  });

  it("I-11 gives the same outcome in any order of ballots and of projects", () => {
    fc.assert(
      fc.property(
        fc.oneof(elections(), conditionalElections()),
        fc.infiniteStream(fc.nat()),
        (input, noise) => {
          const shuffled = <T>(values: readonly T[]) =>
            values
              .map((value) => ({ value, key: noise.next().value }))
              .sort((a, b) => a.key - b.key)
              .map(({ value }) => value);
          const election = build(input);
          const other = build({
            ...input,
            ballots: shuffled([...input.ballots]),
            projects: shuffled(input.projects),
          });
          for (const { id: rule } of rulesFor(election.voteType)) {
            const { projects: _one, ...mine } = count(election, rule);
            const { projects: _two, ...theirs } = count(other, rule);
            expect(theirs.selected, rule).toEqual(mine.selected);
            expect(theirs.ties.length, rule).toBe(mine.ties.length);
          }
        },
      ),
      RULES,
    );
  });

  it("does not care whether identical ballots come together or one by one", () => {
    fc.assert(
      fc.property(fc.oneof(elections(), conditionalElections()), (input) => {
        const single = [...input.ballots].flatMap(({ choices, points = [], weight = 1 }) =>
          Array.from({ length: weight }, () => ({ choices, points })),
        );
        const [grouped, ungrouped] = [build(input), build({ ...input, ballots: single })];
        for (const { id: rule } of rulesFor(grouped.voteType))
          expect(count(ungrouped, rule)).toEqual(count(grouped, rule));
      }),
      RULES,
    );
  });

  it("decides ties by the stated order alone", () => {
    fc.assert(
      fc.property(fc.oneof(elections(), conditionalElections()), (input) => {
        const election = build(input);
        const order = election.projects.map(({ id }) => id).reverse();
        for (const { id: rule } of rulesFor(election.voteType)) {
          for (const { tied, chosen } of count(election, rule, { tieOrder: order }).ties) {
            if (!rule.startsWith("greedy")) expect(chosen, rule).toBe(order.find((id) => tied.includes(id)));
          }
        }
      }),
      RULES,
    );
  });
});

describe("the fast count and the slow, obvious one", { timeout: 60_000 }, () => {
  it.each(VOTE_TYPES)("agree on every rule for %s ballots, step by step", (voteType) => {
    fc.assert(
      fc.property(elections(voteType), (input) => {
        const election = build(input);
        for (const rule of rulesFor(voteType)) {
          const slow = slowWinners(election, rule);
          const { selected, steps, projects } = count(election, rule.id);
          const expected = { selected: idsOf(election, slow.selected), steps: slow.steps };
          expect({ selected, steps }, rule.id).toEqual(expected);
          if (!slow.affordable) continue;
          const rounds = election.projects.map(({ index }) => slow.affordable?.get(index) ?? null);
          expect(projects.map(({ round }) => round)).toEqual(rounds);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("what the rules promise", { timeout: 60_000 }, () => {
  it("greedy: a winner with one more vote still wins", () => {
    fc.assert(
      fc.property(elections("approval"), (input) => {
        const election = build(input);
        for (const id of count(election, "greedy_votes").selected) {
          const more = build({ ...input, ballots: [...input.ballots, { choices: [id] }] });
          expect(count(more, "greedy_votes").selected).toContain(id);
        }
      }),
      RULES,
    );
  });

  it("Equal Shares: no project is left whose supporters could still pay it", () => {
    fc.assert(
      fc.property(elections("approval"), (input) => {
        for (const { reason, numbers } of count(build(input), "mes_cost").projects) {
          if (reason === "supporters-lack-money") expect(Number(numbers.missing)).toBeGreaterThan(0);
        }
      }),
      RULES,
    );
  });

  it("with Add1 until nothing fits, then greedy, nothing supported fits any more", () => {
    fc.assert(
      fc.property(elections("approval"), (input) => {
        const { left, projects } = count(build(input), "mes_cost_add1u");
        for (const { funded, cost, votes, reason } of projects)
          if (!funded && votes > 0 && reason !== "below-minimum-votes")
            expect(Number(cost)).toBeGreaterThan(Number(left));
      }),
      RULES,
    );
  });
});
