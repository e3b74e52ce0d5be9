import type { CountResult, ProjectOutcome } from "~/domain/tally/count-result";
import {
  type Counted,
  type Counting,
  idOf,
  money,
  scoreText,
  standingVerdict,
  type Verdict,
} from "~/domain/tally/counting";
import { formatDecimal } from "~/domain/tally/decimal";
import { type Built, built, type Election, failed, type Project } from "~/domain/tally/election";
import { countEqualShares } from "~/domain/tally/equal-shares";
import { countGreedily } from "~/domain/tally/greedy-count";
import { countPhragmen } from "~/domain/tally/phragmen";
import { profileOf, reaches, supportersOf } from "~/domain/tally/profile";
import { type Rule, ruleNamed } from "~/domain/tally/rules";
import { tieRanks } from "~/domain/tally/tie-order";

export interface CountOptions {
  /** Project ids, first wins; from a draw or the rules of the community. Default: by id. */
  readonly tieOrder?: readonly string[];
  /** How many runs of Equal Shares Add1 may take before the count is given up. Default: `MOST_RUNS`. */
  readonly mostRuns?: number;
  /** Told after each run of Add1 how many there were; the count is given up where it says false. */
  readonly onRun?: (runs: number) => unknown;
}

/** Why nothing is counted. `subject` is the rule or project at fault, or how many runs there were. */
export interface CountProblem {
  readonly code: "rule-unknown-for-ballots" | "tie-order-unknown-project" | "too-many-runs" | "given-up";
  readonly subject: string;
}

/** Of the reference elections none takes 2,000; only a file made for it needs more than this. */
const MOST_RUNS = 100_000;

/**
 * Counts an election by a rule id (or short name) and explains the outcome. Pure and exact: the
 * same election, rule and tie order give the same result everywhere.
 */
export function countElection(
  election: Election,
  ruleName: string,
  options: CountOptions = {},
): Built<CountResult, CountProblem> {
  const rule = ruleNamed(ruleName, election.voteType);
  if (!rule) return failed({ code: "rule-unknown-for-ballots", subject: ruleName });
  const stranger = options.tieOrder?.find((id) => !election.indexOf.has(id));
  if (stranger !== undefined) return failed({ code: "tie-order-unknown-project", subject: stranger });
  const counting = prepareCounting(election, rule, options);
  const counted = withinBounds(countBy(counting, rule), options);
  return counted.ok ? built(assemble(counting, counted.value, options)) : counted;
}

/**
 * The outcome as `countElection` finds it, by index and without words for it. Pauses between the
 * runs that a rule needs: for who counts often and must not hold a thread long.
 */
export function countInSteps(
  election: Election,
  rule: Rule,
  options: CountOptions,
): Generator<void, Counted> {
  return countBy(prepareCounting(election, rule, options), rule);
}

/** Goes through all pauses. */
export function atOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function withinBounds(
  steps: Generator<void, Counted>,
  { mostRuns = MOST_RUNS, onRun }: CountOptions,
): Built<Counted, CountProblem> {
  for (let runs = 1; ; runs++) {
    const step = steps.next();
    if (step.done) return built(step.value);
    if (runs >= mostRuns) return failed({ code: "too-many-runs", subject: String(runs) });
    if (onRun?.(runs) === false) return failed({ code: "given-up", subject: String(runs) });
  }
}

/** What every rule starts from. */
function prepareCounting<R extends Rule>(election: Election, rule: R, options: CountOptions): Counting<R> {
  const profile = profileOf(election, rule.utility);
  const ids = election.projects.map(({ id }) => id);
  const admitted = election.projects.map(({ index }) => reaches(profile, index, election.minimumVotes));
  return { election, rule, profile, ranks: tieRanks(ids, options.tieOrder), admitted };
}

function* countBy(counting: Counting, rule: Rule): Generator<void, Counted> {
  if (rule.method === "greedy") return countGreedily({ ...counting, rule });
  if (rule.method === "phragmen") return countPhragmen({ ...counting, rule });
  return yield* countEqualShares({ ...counting, rule });
}

function assemble(counting: Counting, counted: Counted, options: CountOptions): CountResult {
  const { election, rule } = counting;
  const { purse, rounds, ties, endowment, steps, stop } = counted;
  const funded = (id: string) => purse.has(election.indexOf.get(id) ?? -1);
  return {
    rule: rule.id,
    voters: election.voters,
    budget: money(election, election.budget),
    cost: money(election, purse.cost),
    left: money(election, purse.left),
    selected: purse.selected.map((p) => idOf(election, p)),
    votersWithWinner: votersWithWinner(counting, purse.selected),
    tieOrder: options.tieOrder ? "list" : "id",
    ties: ties.map((tie) => ({ ...tie, decisive: !tie.tied.every(funded) })),
    rounds,
    projects: election.projects.map((project) => outcome(counting, counted, project)),
    ...(endowment === undefined ? {} : { endowment }),
    ...(steps === undefined ? {} : { steps }),
    ...(stop === undefined ? {} : { stop }),
  };
}

function outcome(counting: Counting, { purse, verdicts }: Counted, project: Project): ProjectOutcome {
  const { election, profile } = counting;
  const p = project.index;
  const verdict = verdicts.get(p) ?? outsideVerdict(counting, purse, p);
  return {
    id: project.id,
    cost: money(election, project.cost),
    votes: profile.support[p] as number,
    score: scoreText(profile, p),
    funded: purse.has(p),
    ...verdict,
  };
}

/** Projects the rule never looked at. */
function outsideVerdict({ election, profile, rule }: Counting, purse: Counted["purse"], p: number): Verdict {
  const minima = [election.minimumVotes];
  if (rule.method === "greedy" && rule.threshold) minima.push(election.scoreThreshold);
  const minimum = minima.find((each) => !reaches(profile, p, each));
  if (minimum) {
    return {
      reason: "below-minimum-votes",
      round: null,
      numbers: { score: scoreText(profile, p), minimum: formatDecimal(minimum.units, minimum.decimals) },
    };
  }
  if (profile.support[p] === 0) return { reason: "no-supporters", round: null, numbers: {} };
  return standingVerdict(election, purse, p) ?? { reason: "no-supporters", round: null, numbers: {} };
}

function votersWithWinner({ election, profile }: Counting, selected: readonly number[]): number {
  const { count, weight } = election.ballots;
  const served = new Uint8Array(count);
  for (const p of selected) {
    const groups = supportersOf(profile, p);
    for (let i = 0; i < groups.length; i++) served[groups[i] as number] = 1;
  }
  return weight.reduce((voters, each, group) => voters + each * (served[group] as number), 0);
}
