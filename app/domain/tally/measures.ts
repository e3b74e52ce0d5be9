import type { Election } from "~/domain/tally/election";
import { profileOf, reaches, supportersOf } from "~/domain/tally/profile";

/** How an outcome treats voters, whatever rule it comes from. Parts are between 0 and 1. */
export interface OutcomeMeasures {
  /** Part of the voters who support no funded project: the exclusion ratio. */
  readonly excluded: number;
  /** Funded projects that a voter supports, on average. */
  readonly fundedChoices: number;
  /**
   * Gini coefficient of what is spent on each voter, where a project spends `cost / supporters` on each of its
   * supporters: 0 when it is the same for all.
   */
  readonly gini: number;
  /** Ids of unfunded projects that violate EJR+ for cost utilities, in the order of the election. */
  readonly deserving: readonly string[];
}

/** Relative error below which doubles do not decide. */
const DOUBTFUL = 1e-9;

/**
 * Measures an outcome given by the ids of its funded projects. O(marks · log marks).
 *
 * EJR+ (Brill and Peters, "Robust and Verifiable Proportionality Axioms for Multiwinner Voting", EC 2023): an
 * unfunded project is deserving when some `s` of its supporters, who have a claim to `s / n` of the budget, each
 * see projects of so little cost funded that together with this one it stays within that claim.
 */
export function measureOutcome(election: Election, selected: readonly string[]): OutcomeMeasures {
  const { ballots, voters } = election;
  const profile = profileOf(election, "votes");
  const choices = new Float64Array(ballots.count);
  const shares = new Float64Array(ballots.count);
  const gains = new Float64Array(ballots.count);
  const funded = new Set(selected.map((id) => election.indexOf.get(id) ?? -1));
  for (const p of funded) {
    const cost = Number(election.projects[p]?.cost ?? 0n);
    for (const group of supportersOf(profile, p)) {
      choices[group] = (choices[group] as number) + 1;
      gains[group] = (gains[group] as number) + cost;
      shares[group] = (shares[group] as number) + cost / (profile.support[p] as number);
    }
  }
  let excluded = 0;
  let sum = 0;
  for (let group = 0; group < ballots.count; group++) {
    const weight = ballots.weight[group] as number;
    if (choices[group] === 0) excluded += weight;
    sum += weight * (choices[group] as number);
  }
  const deserving = election.projects.filter(
    ({ index }) =>
      !funded.has(index) &&
      reaches(profile, index, election.minimumVotes) &&
      isDeserving(election, index, gains),
  );
  return {
    excluded: voters === 0 ? 0 : excluded / voters,
    fundedChoices: voters === 0 ? 0 : sum / voters,
    gini: giniOf(shares, ballots.weight),
    deserving: deserving.map(({ id }) => id),
  };
}

/** Tries the supporters with the smallest gains first: if any group works, one of these does. */
function isDeserving(election: Election, p: number, gains: Float64Array): boolean {
  const { ballots, voters, budget, projects } = election;
  const cost = Number(projects[p]?.cost ?? 0n);
  const groups = supportersOf(profileOf(election, "votes"), p).slice();
  groups.sort((one, two) => (gains[one] as number) - (gains[two] as number));
  let size = 0;
  for (const group of groups) {
    size += ballots.weight[group] as number;
    const wanted = (gains[group] as number) + cost;
    const claim = Number(budget) * size;
    const doubtful = Math.abs(claim - wanted * voters) <= DOUBTFUL * claim;
    if (doubtful ? budget * BigInt(size) >= BigInt(wanted) * BigInt(voters) : claim > wanted * voters)
      return true;
  }
  return false;
}

/** Each value stands for `weight` equal ones. */
function giniOf(values: Float64Array, weights: Float64Array): number {
  const order = Uint32Array.from(values.keys()).sort(
    (one, two) => (values[one] as number) - (values[two] as number),
  );
  let people = 0;
  let sum = 0;
  let area = 0;
  for (const index of order) {
    const weight = weights[index] as number;
    const amount = weight * (values[index] as number);
    area += weight * (sum + amount / 2);
    people += weight;
    sum += amount;
  }
  return sum === 0 ? 0 : 1 - (2 * area) / (people * sum);
}
