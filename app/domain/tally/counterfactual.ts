import { withBallots, withCost } from "~/domain/tally/altered-election";
import { countElection } from "~/domain/tally/count";
import { formatDecimal } from "~/domain/tally/decimal";
import type { Election, Project } from "~/domain/tally/election";

/** What would have funded a project under the same rule, found by counting again. */
export interface Counterfactual {
  readonly project: string;
  /**
   * With so many more ballots that choose this project alone it is funded, with one fewer it is
   * not. `null` where even `mostVotes` would not do.
   */
  readonly moreVotes: number | null;
  /**
   * The cost at which it is funded while it is not for one smallest money unit more; exact
   * decimals. `null` where it would not be funded for nothing either.
   */
  readonly affordableCost: string | null;
  readonly cheaperBy: string | null;
}

export interface CounterfactualOptions {
  readonly tieOrder?: readonly string[];
  /** Ballots beyond this are not tried; default: as many as there were. */
  readonly mostVotes?: number;
}

/**
 * How many more votes, or how much less cost, would have funded an unfunded project. Every answer
 * is counted, not estimated: the election is altered and counted again, doubling and then halving
 * the step, so about 2 log2(answer) counts each. Greedy rules are monotone in both, so there the
 * answer is the smallest; Equal Shares and Phragmén nearly always are (Boehmer et al. 2023,
 * arXiv 2312.14723), and where they are not the answer is still one that works and whose
 * neighbour does not.
 */
export function counterfactual(
  election: Election,
  rule: string,
  id: string,
  options: CounterfactualOptions = {},
): Counterfactual {
  const project = election.projects[election.indexOf.get(id) ?? -1] as Project;
  const tieOrder = options.tieOrder ? { tieOrder: options.tieOrder } : {};
  const funded = (altered: Election) => {
    const counted = countElection(altered, rule, tieOrder);
    return counted.ok && counted.value.selected.includes(id);
  };
  const most = options.mostVotes ?? Math.max(1, election.voters);
  const moreVotes = leastThat((votes) => funded(withBallots(election, project.index, votes)), most);
  const reduction = leastReduction(project.cost, (cost) => funded(withCost(election, project.index, cost)));
  const money = (units: bigint) => formatDecimal(units, election.decimals);
  return {
    project: id,
    moreVotes,
    affordableCost: reduction === null ? null : money(project.cost - reduction),
    cheaperBy: reduction === null ? null : money(reduction),
  };
}

/** Doubles until it holds, then halves; `null` when it does not hold at `most`. */
function leastThat(holds: (value: number) => boolean, most: number): number | null {
  let fails = 0;
  let value = 1;
  while (!holds(value)) {
    if (value >= most) return null;
    fails = value;
    value = Math.min(value * 2, most);
  }
  while (value - fails > 1) {
    const middle = Math.floor((fails + value) / 2);
    if (holds(middle)) value = middle;
    else fails = middle;
  }
  return value;
}

function leastReduction(cost: bigint, holds: (cost: bigint) => boolean): bigint | null {
  if (cost === 0n || !holds(0n)) return null;
  let fails = 0n;
  let reduction = cost;
  while (reduction - fails > 1n) {
    const middle = (fails + reduction) / 2n;
    if (holds(cost - middle)) reduction = middle;
    else fails = middle;
  }
  return reduction;
}
