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
}

/** Why nothing can be counted. */
export interface CountProblem {
  readonly code: "rule-unknown-for-ballots" | "tie-order-unknown-project";
  readonly subject: string;
}

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
  return built(assemble(counting, countBy(counting, rule), options));
}

/** What every rule starts from. */
function prepareCounting<R extends Rule>(election: Election, rule: R, options: CountOptions): Counting<R> {
  const profile = profileOf(election, rule.utility);
  const ids = election.projects.map(({ id }) => id);
  const admitted = election.projects.map(({ index }) => reaches(profile, index, election.minimumVotes));
  return { election, rule, profile, ranks: tieRanks(ids, options.tieOrder), admitted };
}

function countBy(counting: Counting, rule: Rule): Counted {
  if (rule.method === "greedy") return countGreedily({ ...counting, rule });
  if (rule.method === "phragmen") return countPhragmen({ ...counting, rule });
  return countEqualShares({ ...counting, rule });
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
  const minimum =
    rule.method === "greedy" && rule.threshold ? election.scoreThreshold : election.minimumVotes;
  if (minimum && !reaches(profile, p, minimum)) {
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
  const served = new Uint8Array(election.ballots.count);
  let voters = 0;
  for (const p of selected) {
    for (const group of supportersOf(profile, p)) {
      if (served[group] === 1) continue;
      served[group] = 1;
      voters += election.ballots.weight[group] as number;
    }
  }
  return voters;
}
