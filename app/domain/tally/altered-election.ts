import type { BallotGroups } from "~/domain/tally/ballot-groups";
import type { Election } from "~/domain/tally/election";
import type { UtilityKind } from "~/domain/tally/profile";

/** The same ballots with another cost of one project, in money units. */
export function withCost(election: Election, p: number, cost: bigint): Election {
  const projects = election.projects.map((project) => (project.index === p ? { ...project, cost } : project));
  return { ...election, projects };
}

/**
 * The same election with so many more ballots that choose one project alone; point ballots give it
 * the most that any ballot gave to any project.
 */
export function withBallots(election: Election, p: number, voters: number): Election {
  const { ballots } = election;
  return { ...election, ballots: extended(ballots, p, voters), voters: election.voters + voters };
}

/** What one of the ballots that `withBallots` adds is worth to its project, in units of the score. */
export function worthAlone({ points }: BallotGroups, kind: UtilityKind): number {
  if (kind === "borda0") return 0;
  return kind === "points" && points ? most(points) : 1;
}

function extended(ballots: BallotGroups, p: number, voters: number): BallotGroups {
  return {
    ...ballots,
    count: ballots.count + 1,
    weight: joined(Float64Array, ballots.weight, [voters]),
    start: joined(Uint32Array, ballots.start, [ballots.projects.length + 1]),
    projects: joined(Int32Array, ballots.projects, [p]),
    points: ballots.points && joined(Float64Array, ballots.points, [most(ballots.points)]),
  };
}

function most(points: Float64Array): number {
  return points.reduce((best, value) => Math.max(best, value), 1);
}

type Numbers = Float64Array | Uint32Array | Int32Array;

function joined<T extends Numbers>(Type: new (length: number) => T, head: T, tail: ArrayLike<number>): T {
  const whole = new Type(head.length + tail.length);
  whole.set(head);
  whole.set(tail, head.length);
  return whole;
}
