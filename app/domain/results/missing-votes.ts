import type { CountOptions } from "~/domain/tally/count";
import { Counterfactuals } from "~/domain/tally/counterfactual";
import type { Election } from "~/domain/tally/election";
import { type RuleId, ruleNamed } from "~/domain/tally/rules";
import type { WhatWasMissing } from "./what-was-missing";

/**
 * How many marks all runs over one list may look at together, about a minute and a half of one processor. Shared
 * out equally among the projects. A number of marks and not a time, so that it is the same on every computer.
 */
export const MOST_WORK = 3e9;

/**
 * What would have funded each project that the rule does not fund, in the order of the election. Pauses after each
 * run of the rule. A project that would take more than its part of the work is told as not counted.
 * @throws {Error} when the rule does not count such ballots
 */
export function* missingVotesOf(
  election: Election,
  id: RuleId,
  options: CountOptions,
  mostWork: number,
): Generator<void, WhatWasMissing[]> {
  const rule = ruleNamed(id, election.voteType);
  if (!rule) throw new Error(`These ballots cannot be counted by ${id}.`);
  const counts = new Counterfactuals(election, rule, options);
  const unfunded = yield* counts.unfunded();
  const mostRuns = mostWork / (unfunded.length * Math.max(1, election.ballots.projects.length));
  const missing: WhatWasMissing[] = [];
  for (const project of unfunded) {
    yield;
    const found = yield* within(counts.of(project), mostRuns);
    missing.push(
      found
        ? { project, moreVotes: found.moreVotes, cheaperBy: found.cheaperBy }
        : { project, moreVotes: null, cheaperBy: null, notCounted: true },
    );
  }
  return missing;
}

/** Null when the work has more pauses than that. */
function* within<T>(steps: Generator<void, T>, most: number): Generator<void, T | null> {
  for (let pauses = 0; pauses <= most; pauses += 1) {
    const step = steps.next();
    if (step.done) return step.value;
    yield;
  }
  return null;
}
