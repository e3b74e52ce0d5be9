import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  slowAddOne,
  slowEqualShares,
  slowGreedy,
  slowPhragmen,
  votersOf,
} from "../../../test/reference/slow-count";
import { countElection } from "./count";
import type { CountResult } from "./count-result";
import type { BallotInput, Election, ElectionInput } from "./election";
import { buildElection } from "./election-builder";
import { fraction } from "./fraction";
import { rulesFor } from "./rules";

const VOTE_TYPES = ["approval", "choose-1", "cumulative", "ordinal"] as const;

/** Small elections with few distinct costs, so that ties and exactly met costs are common. */
function elections(...types: (typeof VOTE_TYPES)[number][]): fc.Arbitrary<ElectionInput> {
  return fc.constantFrom(...(types.length > 0 ? types : VOTE_TYPES)).chain((voteType) =>
    fc
      .record({
        voteType: fc.constant(voteType),
        budget: fc.integer({ min: 0, max: 40 }),
        projects: fc
          .array(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constantFrom("2.5", "7.25")), {
            minLength: 1,
            maxLength: 6,
          })
          .map((costs) => costs.map((cost, index) => ({ id: String(index + 7), cost }))),
        ballots: fc.array(
          fc.record({
            marks: fc.array(fc.nat(5), { maxLength: voteType === "choose-1" ? 1 : 5 }),
            points: fc.array(fc.nat(4), { minLength: 5, maxLength: 5 }),
            weight: fc.integer({ min: 1, max: 4 }),
          }),
          { minLength: 1, maxLength: 12 },
        ),
      })
      .map(({ ballots, ...rest }) => ({
        ...rest,
        ballots: ballots.map((ballot) => ballotOf(ballot, rest.projects)),
      })),
  );
}

function ballotOf(
  { marks, points, weight }: { marks: number[]; points: number[]; weight: number },
  projects: readonly { id: string }[],
): BallotInput {
  const choices = [...new Set(marks.map((mark) => projects[mark % projects.length]?.id ?? ""))];
  return { choices, points: points.slice(0, choices.length), weight };
}

function build(input: ElectionInput): Election {
  const built = buildElection(input);
  if (!built.ok) throw new Error(built.problem.code);
  return built.value;
}

function count(election: Election, rule: string, tieOrder?: readonly string[]): CountResult {
  const counted = countElection(election, rule, tieOrder ? { tieOrder } : {});
  if (!counted.ok) throw new Error(`${rule}: ${counted.problem.code}`);
  return counted.value;
}

const idsOf = (election: Election, indices: readonly number[]) =>
  indices.map((index) => election.projects[index]?.id);
const RULES = { numRuns: 100 };

describe("every rule, on small elections of every kind", { timeout: 60_000 }, () => {
  it("never spends more than the budget, and says of every project whether it is funded", () => {
    fc.assert(
      fc.property(elections(), (input) => {
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
      fc.property(elections(), fc.infiniteStream(fc.nat()), (input, noise) => {
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
      }),
      RULES,
    );
  });

  it("does not care whether identical ballots come together or one by one", () => {
    fc.assert(
      fc.property(elections(), (input) => {
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
      fc.property(elections(), (input) => {
        const election = build(input);
        const order = election.projects.map(({ id }) => id).reverse();
        for (const { id: rule } of rulesFor(election.voteType)) {
          for (const { tied, chosen } of count(election, rule, order).ties) {
            if (!rule.startsWith("greedy")) expect(chosen, rule).toBe(order.find((id) => tied.includes(id)));
          }
        }
      }),
      RULES,
    );
  });
});

describe("the fast count and the slow, obvious one", { timeout: 60_000 }, () => {
  const kinds = [
    {
      types: ["approval", "choose-1"],
      utility: () => 1,
      rules: [
        ["mes_cost", true],
        ["mes_cardinality", false],
      ],
    },
    {
      types: ["cumulative"],
      utility: (points: number) => points,
      rules: [
        ["mes_points_cost", true],
        ["mes_points", false],
      ],
    },
    {
      types: ["ordinal"],
      utility: (_points: number, place: number, length: number) => length - place,
      rules: [
        ["mes_borda_cost", true],
        ["mes_borda", false],
      ],
    },
    {
      types: ["ordinal"],
      utility: (_points: number, place: number, length: number) => length - place - 1,
      rules: [
        ["mes_borda0_cost", true],
        ["mes_borda0", false],
      ],
    },
  ] as const;

  it.each(kinds)("agree on Equal Shares with $rules", ({ types, utility, rules }) => {
    fc.assert(
      fc.property(elections(...types), (input) => {
        const election = build(input);
        const voters = votersOf(election, utility);
        for (const [rule, timesCost] of rules) {
          const slow = slowEqualShares(
            election,
            voters,
            timesCost,
            fraction(election.budget, BigInt(voters.length)),
          );
          expect(count(election, rule).selected, rule).toEqual(idsOf(election, slow));
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ["mes_cost_add1", true, false],
    ["mes_cost_add1_until_over", true, true],
    ["mes_cardinality_add1", false, false],
  ] as const)("agree on %s, step by step", (rule, timesCost, untilOver) => {
    fc.assert(
      fc.property(elections("approval", "choose-1"), (input) => {
        const election = build(input);
        const slow = slowAddOne(
          election,
          votersOf(election, () => 1),
          timesCost,
          untilOver,
        );
        const { selected, steps } = count(election, rule);
        expect({ selected, steps }).toEqual({ selected: idsOf(election, slow.selected), steps: slow.steps });
      }),
      RULES,
    );
  });

  it("agree on Phragmén and on greedy", () => {
    fc.assert(
      fc.property(elections("approval", "choose-1"), (input) => {
        const election = build(input);
        const voters = votersOf(election, () => 1);
        expect(count(election, "phragmen").selected).toEqual(idsOf(election, slowPhragmen(election, voters)));
        expect(count(election, "greedy_votes").selected).toEqual(
          idsOf(election, slowGreedy(election, voters)),
        );
      }),
      { numRuns: 400 },
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
        const election = build(input);
        const { left, projects } = count(election, "mes_cost_add1u");
        for (const { funded, cost, votes } of projects)
          if (!funded && votes > 0) expect(Number(cost)).toBeGreaterThan(Number(left));
      }),
      RULES,
    );
  });
});
