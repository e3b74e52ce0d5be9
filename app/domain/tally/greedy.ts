import type { Election, Project } from "~/domain/tally/election";
import type { Profile } from "~/domain/tally/profile";
import type { Purse, Standing } from "~/domain/tally/purse";
import type { GreedyOrder } from "~/domain/tally/rules";

/** A project whose turn came, and what was decided. `leftBefore` is the budget left then. */
export interface Turn {
  readonly project: number;
  /** Place in the order, from 1. */
  readonly place: number;
  readonly leftBefore: bigint;
  readonly standing: Standing;
}

/** Indices by falling score (or score per cost), equal ones by tie rank, score 0 last. */
export function greedyOrder(
  election: Election,
  profile: Profile,
  by: GreedyOrder,
  ranks: Int32Array,
): number[] {
  const scores = Array.from(profile.score, (score) => BigInt(score));
  const places = election.projects.map(({ index }) => index);
  return places.sort(
    (a, b) => compareScores(election, scores, by, a, b) || (ranks[a] as number) - (ranks[b] as number),
  );
}

/** Negative when `a` goes before `b`; 0 when nothing but the tie order separates them. */
export function compareScores(
  election: Election,
  scores: readonly bigint[],
  by: GreedyOrder,
  a: number,
  b: number,
): number {
  const x = scores[a] as bigint;
  const y = scores[b] as bigint;
  if (by === "score" || x === 0n || y === 0n) return x > y ? -1 : x < y ? 1 : 0;
  const left = x * (election.projects[b] as Project).cost;
  const right = y * (election.projects[a] as Project).cost;
  return left > right ? -1 : left < right ? 1 : 0;
}

/**
 * Goes through the projects in the given order and funds what may be funded and fits. A project
 * that needs another waits; when that one is funded it gets its turn at once, in its place.
 * Without `skip` it ends at the first project that does not fit. O(m) without conditions.
 */
export function fillGreedily(
  election: Election,
  purse: Purse,
  order: readonly number[],
  skip: boolean,
): Turn[] {
  const needed = new Set(election.projects.flatMap((project) => project.requires));
  const decided = new Set<number>();
  const turns: Turn[] = [];
  for (let at = 0; at < order.length; at++) {
    const p = order[at] as number;
    if (decided.has(p) || purse.has(p)) continue;
    const project = election.projects[p] as Project;
    const standing = purse.standing(project);
    if (standing.state === "waiting") continue;
    decided.add(p);
    turns.push({ project: p, place: at + 1, leftBefore: purse.left, standing });
    if (standing.state === "dear" && !skip) break;
    if (standing.state !== "open") continue;
    purse.fund(project);
    if (needed.has(p)) at = -1;
  }
  return turns;
}
