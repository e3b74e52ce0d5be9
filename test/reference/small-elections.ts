import fc from "fast-check";
import { type CountOptions, countElection } from "~/domain/tally/count";
import type { CountResult } from "~/domain/tally/count-result";
import {
  type BallotInput,
  type Election,
  type ElectionInput,
  type ProjectInput,
  VOTE_TYPES,
  type VoteType,
} from "~/domain/tally/election";
import { buildElection } from "~/domain/tally/election-builder";

type Costed = Pick<ProjectInput, "id" | "cost">;

/** Small elections with few distinct costs, so that ties and exactly met costs are common. */
export function elections(...types: VoteType[]): fc.Arbitrary<ElectionInput> {
  return fc.constantFrom(...(types.length > 0 ? types : VOTE_TYPES)).chain((voteType) =>
    fc
      .record(
        {
          voteType: fc.constant(voteType),
          budget: fc.integer({ min: 0, max: 40 }),
          projects: fc
            .array(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constantFrom("2.5", "7.25")), {
              minLength: 1,
              maxLength: 6,
            })
            .map((costs) => costs.map((cost, index): Costed => ({ id: String(index + 7), cost }))),
          ballots: fc.array(
            fc.record({
              marks: fc.array(fc.nat(5), { maxLength: voteType === "choose-1" ? 1 : 5 }),
              points: fc.array(fc.nat(4), { minLength: 5, maxLength: 5 }),
              weight: fc.integer({ min: 1, max: 4 }),
            }),
            { minLength: 1, maxLength: 12 },
          ),
          minimumVotes: fc.integer({ min: 1, max: 6 }),
          scoreThreshold: fc.integer({ min: 1, max: 12 }),
        },
        { requiredKeys: ["voteType", "budget", "projects", "ballots"] },
      )
      .map(({ ballots, ...rest }) => ({
        ...rest,
        ballots: ballots.map((ballot) => ballotOf(ballot, rest.projects)),
      })),
  );
}

/** The same with exclusive groups, projects that need others, and envelopes or none. */
export function conditionalElections(...types: VoteType[]): fc.Arbitrary<ElectionInput> {
  const condition = fc.record({
    needs: fc.option(fc.nat(5)),
    groups: fc.subarray(["park", "square"], { maxLength: 2 }),
    envelopes: fc.subarray(["north", "south"], { minLength: 1 }),
  });
  const conditions = fc.array(condition, { minLength: 6, maxLength: 6 });
  return fc.tuple(elections(...types), conditions, fc.option(fc.nat(100))).map(([input, drawn, north]) => {
    const part = Math.floor((Number(input.budget) * (north ?? 0)) / 100);
    const projects = input.projects.map((project, index): ProjectInput => {
      const { needs = null, groups = [], envelopes = [] } = drawn[index] ?? {};
      const needed = needs === null || needs === index ? undefined : input.projects[needs]?.id;
      return {
        ...project,
        exclusiveGroups: groups,
        ...(needed === undefined ? {} : { requires: [needed] }),
        ...(north === null ? {} : { envelopes }),
      };
    });
    const envelopes = [
      { id: "north", amount: part },
      { id: "south", amount: Number(input.budget) - part },
    ];
    return { ...input, projects, ...(north === null ? {} : { envelopes }) };
  });
}

function ballotOf(
  { marks, points, weight }: { marks: number[]; points: number[]; weight: number },
  projects: readonly Costed[],
): BallotInput {
  const choices = [...new Set(marks.map((mark) => projects[mark % projects.length]?.id ?? ""))];
  return { choices, points: points.slice(0, choices.length), weight };
}

export function build(input: ElectionInput): Election {
  const built = buildElection(input);
  if (!built.ok) throw new Error(built.problem.code);
  return built.value;
}

export function count(election: Election, rule: string, options: CountOptions = {}): CountResult {
  const counted = countElection(election, rule, options);
  if (!counted.ok) throw new Error(`${rule}: ${counted.problem.code}`);
  return counted.value;
}
