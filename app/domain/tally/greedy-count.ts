import type { Reason, Round, Tie } from "~/domain/tally/count-result";
import {
  type Counted,
  type Counting,
  doesNotFit,
  idOf,
  money,
  projectAt,
  scoreText,
  standingVerdict,
  type Verdict,
} from "~/domain/tally/counting";
import type { Election } from "~/domain/tally/election";
import { compareScores, fillGreedily, greedyOrder, type Turn } from "~/domain/tally/greedy";
import { reaches } from "~/domain/tally/profile";
import { Purse } from "~/domain/tally/purse";
import type { GreedyOrder, Rule } from "~/domain/tally/rules";

type GreedyRule = Extract<Rule, { method: "greedy" }>;

/** Utilitarian greedy: by falling score, or score per cost, whatever fits. O(m log m). */
export function countGreedily(counting: Counting<GreedyRule>): Counted {
  const { election, rule, profile, ranks } = counting;
  const purse = new Purse(election);
  const allowed = (p: number) =>
    counting.admitted[p] === true && (!rule.threshold || reaches(profile, p, election.scoreThreshold));
  const order = greedyOrder(election, profile, rule.order, ranks).filter(allowed);
  const turns = fillGreedily(election, purse, order, rule.skip);
  const verdicts = turnVerdicts(counting, turns, "funded-in-turn", 0);
  const last = turns[turns.length - 1];
  for (const p of order) {
    if (verdicts.has(p)) continue;
    const waiting = standingVerdict(election, purse, p);
    const stopped: Verdict = {
      reason: "count-had-stopped",
      round: turns.length,
      numbers: { stoppedAt: last ? idOf(election, last.project) : "" },
    };
    verdicts.set(p, last?.standing.state === "dear" && !rule.skip ? stopped : (waiting ?? stopped));
  }
  const ties = greedyTies(counting, rule.order, turns, purse);
  return { purse, rounds: turnRounds(counting, turns, 0), ties, verdicts };
}

/** The rounds of a greedy filling, numbered on from `offset`. */
export function turnRounds({ election, profile }: Counting, turns: readonly Turn[], offset: number): Round[] {
  return turns.map(({ project: p, leftBefore, standing }, index) => {
    const { cost, id } = projectAt(election, p);
    const funded = standing.state === "open";
    const left = money(election, funded ? leftBefore - cost : leftBefore);
    return {
      kind: "turn",
      round: offset + index + 1,
      project: id,
      score: scoreText(profile, p),
      cost: money(election, cost),
      funded,
      left,
    };
  });
}

/** Why each project that had its turn is or is not funded. */
export function turnVerdicts(
  { election, profile }: Counting,
  turns: readonly Turn[],
  funded: Reason,
  offset: number,
): Map<number, Verdict> {
  const verdicts = new Map<number, Verdict>();
  for (const [index, { project: p, place, leftBefore, standing }] of turns.entries()) {
    const project = projectAt(election, p);
    const round = offset + index + 1;
    if (standing.state === "open") {
      verdicts.set(p, {
        reason: funded,
        round,
        numbers: { place, score: scoreText(profile, p), leftBefore: money(election, leftBefore) },
      });
    } else if (standing.state === "excluded") {
      verdicts.set(p, { reason: "excluded-by-winner", round, numbers: { by: idOf(election, standing.by) } });
    } else if (project.cost > election.budget) {
      verdicts.set(p, {
        reason: "dearer-than-budget",
        round,
        numbers: { cost: money(election, project.cost), budget: money(election, election.budget) },
      });
    } else if (standing.state === "dear")
      verdicts.set(p, { ...doesNotFit(election, project, standing.room), round });
  }
  return verdicts;
}

/**
 * Ties that decided who wins: of projects with equal score some are funded, and another one would
 * have fitted before any of them was. Equal projects that all win or all lose are no tie.
 */
function greedyTies(
  { election, profile }: Counting,
  by: GreedyOrder,
  turns: readonly Turn[],
  purse: Purse,
): Omit<Tie, "decisive">[] {
  const scores = Array.from(profile.score, (score) => BigInt(score));
  const ties: Omit<Tie, "decisive">[] = [];
  for (let from = 0; from < turns.length; ) {
    let to = from + 1;
    while (to < turns.length && equalScore(election, scores, by, turns[from] as Turn, turns[to] as Turn))
      to += 1;
    const group = turns.slice(from, to);
    const first = group[0] as Turn;
    const chosen = group.find(({ project }) => purse.has(project));
    const loser = group.find(
      ({ project, standing }) =>
        standing.state === "dear" && projectAt(election, project).cost <= first.leftBefore,
    );
    if (chosen && loser)
      ties.push({
        round: from + 1,
        tied: group.map(({ project }) => idOf(election, project)),
        chosen: idOf(election, chosen.project),
      });
    from = to;
  }
  return ties;
}

function equalScore(
  election: Election,
  scores: readonly bigint[],
  by: GreedyOrder,
  a: Turn,
  b: Turn,
): boolean {
  return compareScores(election, scores, by, a.project, b.project) === 0;
}
