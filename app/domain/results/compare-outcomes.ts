import { countElection } from "~/domain/tally/count";
import type { Election } from "~/domain/tally/election";
import { measureOutcome, type OutcomeMeasures } from "~/domain/tally/measures";
import type { RuleId } from "~/domain/tally/rules";
import { tieList } from "./counted-ballots";
import type { Ties } from "./ties";

/** What one rule makes of the ballots of one list. Safe to store as JSON. */
export type RuleOutcome = {
  rule: RuleId;
  /** Ids in the order of selection. */
  selected: readonly string[];
  /** Exact decimal in major units. */
  cost: string;
  votersWithWinner: number;
  measures: OutcomeMeasures;
};

/**
 * Counts and measures an election by one of the rules it is compared by.
 * @throws {Error} when the rule does not count such ballots
 */
export function outcomeUnder(election: Election, rule: RuleId, ties: Ties): RuleOutcome {
  const tieOrder = tieList(election, ties);
  const counted = countElection(election, rule, tieOrder ? { tieOrder } : {});
  if (!counted.ok) throw new Error(`${counted.problem.code}: ${counted.problem.subject}`);
  const { selected, cost, votersWithWinner } = counted.value;
  return {
    rule: counted.value.rule,
    selected,
    cost,
    votersWithWinner,
    measures: measureOutcome(election, selected),
  };
}
