import { countElection } from "~/domain/tally/count";
import type { CountResult, ProjectOutcome } from "~/domain/tally/count-result";
import { drawOrder } from "~/domain/tally/draw";
import type { Election } from "~/domain/tally/election";
import type { RuleId } from "~/domain/tally/rules";
import { compareIds } from "~/domain/tally/tie-order";
import { rulesToCompare } from "./official-rule";
import type { OtherRule } from "./result";
import type { Ties } from "./ties";

/** A count and what is published beside it. */
export type CountedBallots = {
  count: CountResult;
  fundedChoices: number[];
  others: OtherRule[];
  /** By project id, 1 for the most votes or points; equals stand in the tie order. */
  places: Map<string, number>;
};

/** The order among equals as a list of ids, or nothing where the tally's own order by id is meant. */
export function tieList(election: Election, ties: Ties): string[] | undefined {
  if (ties === "project_code") return undefined;
  if (ties !== "lower_cost_then_code") {
    const ids = election.projects.map(({ id }) => id);
    return drawOrder(ties.seed, ties.publicValue, ids);
  }
  const cheaper = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0);
  return [...election.projects]
    .sort((one, two) => cheaper(one.cost, two.cost) || compareIds(one.id, two.id))
    .map(({ id }) => id);
}

/**
 * Counts an election by a rule, and by the rules it is compared with.
 * @throws {Error} when the rule does not count such ballots: callers check `ruleNamed` first
 */
export function countBallots(election: Election, rule: RuleId, ties: Ties): CountedBallots {
  const tieOrder = tieList(election, ties);
  const run = (id: RuleId): CountResult => {
    const counted = countElection(election, id, tieOrder ? { tieOrder } : {});
    if (!counted.ok) throw new Error(`${counted.problem.code}: ${counted.problem.subject}`);
    return counted.value;
  };
  const count = run(rule);
  const others = rulesToCompare(election.voteType, count.rule).map((id): OtherRule => {
    const { cost, selected, votersWithWinner } = run(id);
    return { rule: id, funded: selected.length, cost, votersWithWinner };
  });
  return {
    count,
    others,
    fundedChoices: fundedChoices(election, count),
    places: placesOf(count.projects, tieOrder),
  };
}

/** Voters by the number of funded projects they support; the last entry is not zero. */
function fundedChoices({ ballots, indexOf }: Election, { selected }: CountResult): number[] {
  const funded = new Set(selected.map((id) => indexOf.get(id)));
  const voters: number[] = [];
  for (let group = 0; group < ballots.count; group += 1) {
    let choices = 0;
    for (let mark = ballots.start[group] ?? 0; mark < (ballots.start[group + 1] ?? 0); mark += 1) {
      if (funded.has(ballots.projects[mark]) && (ballots.points?.[mark] ?? 1) > 0) choices += 1;
    }
    while (voters.length <= choices) voters.push(0);
    voters[choices] = (voters[choices] ?? 0) + (ballots.weight[group] ?? 0);
  }
  return voters;
}

function placesOf(
  projects: readonly ProjectOutcome[],
  tieOrder: readonly string[] | undefined,
): Map<string, number> {
  const ranks = new Map(tieOrder?.map((id, rank) => [id, rank]));
  const byTie = (one: string, two: string) =>
    tieOrder ? (ranks.get(one) ?? 0) - (ranks.get(two) ?? 0) : compareIds(one, two);
  const sorted = [...projects].sort(
    (one, two) => Number(two.score) - Number(one.score) || byTie(one.id, two.id),
  );
  return new Map(sorted.map(({ id }, index) => [id, index + 1]));
}
