import type { BallotInput, Election, ProjectInput, VoteType } from "~/domain/tally/election";
import { openElection } from "~/domain/tally/election-builder";

/** What to generate. The same shape and seed give the same election on every machine. */
export interface GeneratedShape {
  readonly seed: number;
  readonly voteType: VoteType;
  readonly voters: number;
  readonly projects: number;
  /** Choices on a ballot at most; approval and point ballots hold between 1 and this many. */
  readonly choices: number;
  readonly budget: number;
  /** Part of the voters who copy a list that goes round in their neighbourhood. */
  readonly habit: number;
}

/** Xorshift, 32 bits: small, fast and the same everywhere. Not for anything secret. */
function seededRandom(seed: number): () => number {
  let state = (seed * 2654435761) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const GRID = 24;

/**
 * A city on a square: projects and voters have places, voters choose mostly from what is near
 * and now and then from all over, and some projects are popular everywhere.
 */
export function generateElection(shape: GeneratedShape): Election {
  const random = seededRandom(shape.seed);
  const places = Array.from({ length: shape.projects }, () => ({
    x: random(),
    y: random(),
    pull: 0.3 + random() ** 3,
  }));
  const costs = places.map(() => Math.round((shape.budget / shape.projects) * (0.3 + 6 * random() ** 2)));
  const projects = costs.map(
    (cost, index): ProjectInput => ({ id: `p${index + 1}`, cost, district: `d${index % 12}` }),
  );
  const opened = openElection({ voteType: shape.voteType, budget: shape.budget, projects });
  if (!opened.ok) throw new Error(opened.problem.code);
  const nearest = nearestLists(places);
  const lists = nearest.flatMap((cell) => Array.from({ length: 8 }, () => drawBallot(shape, cell, random)));
  for (let voter = 0; voter < shape.voters; voter++) {
    const place = Math.floor(random() * nearest.length);
    const list = lists[8 * place + Math.floor(random() ** 3 * 8)] as BallotInput;
    opened.value.add(random() < shape.habit ? list : drawBallot(shape, nearest[place] as number[], random));
  }
  const built = opened.value.finish();
  if (!built.ok) throw new Error(built.problem.code);
  return built.value;
}

function nearestLists(places: readonly { x: number; y: number; pull: number }[]): number[][] {
  const order = places.map((_, index) => index);
  return Array.from({ length: GRID * GRID }, (_, cell) => {
    const x = ((cell % GRID) + 0.5) / GRID;
    const y = (Math.floor(cell / GRID) + 0.5) / GRID;
    const distance = places.map((place) => Math.hypot(place.x - x, place.y - y) / place.pull);
    return [...order].sort((a, b) => (distance[a] as number) - (distance[b] as number));
  });
}

/** Geometric jumps through the list of what is near: the first are likely, the last possible. */
function drawBallot(shape: GeneratedShape, cell: readonly number[], random: () => number): BallotInput {
  const most = shape.voteType === "choose-1" ? 1 : shape.choices;
  const wanted = shape.voteType === "ordinal" ? most : 1 + Math.floor(random() * most);
  const spread = Math.max(2, cell.length / 8 / wanted);
  const chosen: number[] = [];
  for (let at = Math.floor(-Math.log(1 - random()) * spread); at < cell.length && chosen.length < wanted; ) {
    chosen.push(cell[at] as number);
    at += 1 + Math.floor(-Math.log(1 - random()) * spread);
  }
  const choices = chosen.map((index) => `p${index + 1}`);
  return shape.voteType === "cumulative"
    ? { choices, points: choices.map(() => 1 + Math.floor(random() * 3)) }
    : { choices };
}
