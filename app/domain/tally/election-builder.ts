import { type Agenda, type ElectionHead, readAgenda } from "~/domain/tally/agenda";
import { BallotCollector } from "~/domain/tally/ballot-groups";
import { parseDecimal } from "~/domain/tally/decimal";
import {
  type BallotInput,
  type BallotProblem,
  type Built,
  built,
  type Election,
  type ElectionInput,
  type ElectionProblem,
  failed,
  type VoteType,
} from "~/domain/tally/election";

/** So that weights fit 32 bits and scores stay exact as doubles. */
const MOST_VOTERS = 2 ** 32 - 1;
const LARGEST_POINTS = 1e9;
const FINEST_POINTS = 6;

/** Builds an election from plain values. O(marks); stops at the first problem. */
export function buildElection(input: ElectionInput): Built<Election, ElectionProblem> {
  const opened = openElection(input);
  if (!opened.ok) return opened;
  let place = 0;
  for (const ballot of input.ballots) {
    const problem = opened.value.add(ballot);
    if (problem) return failed({ ...problem, ballot: place });
    place += 1;
  }
  return opened.value.finish();
}

/** Checks the agenda and returns a builder that takes the ballots one by one. */
export function openElection(agenda: Agenda): Built<ElectionBuilder, ElectionProblem> {
  const head = readAgenda(agenda);
  return head.ok ? built(new ElectionBuilder(agenda.voteType, head.value)) : head;
}

/** Takes ballots one by one, so that a large file never lies in memory as objects. */
export class ElectionBuilder {
  private readonly collector: BallotCollector;
  private readonly stamps: Int32Array;
  private readonly pointsOf: Float64Array;
  private readonly chosen: Int32Array;
  private readonly points: Float64Array;
  /** Whether the ballot added last listed a project twice. */
  repeatedLast = false;
  private stamp = 0;
  private length = 0;
  private voters = 0;
  private pointDecimals = 0;
  private mostPoints = 0;

  constructor(
    private readonly voteType: VoteType,
    private readonly head: ElectionHead,
  ) {
    const size = head.projects.length;
    this.collector = new BallotCollector(voteType === "cumulative");
    this.stamps = new Int32Array(size);
    this.pointsOf = new Float64Array(size);
    this.chosen = new Int32Array(size);
    this.points = new Float64Array(size);
  }

  /** Adds a ballot; a project listed twice counts once (its points add up). */
  add(ballot: BallotInput): ElectionProblem | null {
    const weight = ballot.weight ?? 1;
    if (!Number.isSafeInteger(weight) || weight <= 0)
      return ballotProblem("weight-not-positive", String(weight));
    this.stamp += 1;
    this.repeatedLast = false;
    this.length = 0;
    for (const [place, id] of ballot.choices.entries()) {
      const index = this.head.indexOf.get(id);
      if (index === undefined) return ballotProblem("choice-unknown", id);
      this.mark(index);
      const problem =
        this.voteType === "cumulative" ? this.addPoints(index, id, ballot.points?.[place]) : null;
      if (problem) return problem;
    }
    if (this.voteType === "choose-1" && this.length > 1)
      return ballotProblem("more-than-one-choice", ballot.choices.join(","));
    this.store(weight);
    return null;
  }

  finish(): Built<Election, ElectionProblem> {
    const most = Math.max(this.mostPoints * 10 ** this.pointDecimals, this.head.projects.length);
    if (this.voters > MOST_VOTERS || !Number.isSafeInteger(Math.ceil(this.voters * most))) {
      return failed({ code: "too-many-voters", subject: String(this.voters) });
    }
    const ballots = this.collector.finish(this.pointDecimals);
    return built({ ...this.head, voteType: this.voteType, ballots, voters: this.voters });
  }

  private mark(index: number): void {
    if (this.stamps[index] === this.stamp) {
      this.repeatedLast = true;
      return;
    }
    this.stamps[index] = this.stamp;
    this.pointsOf[index] = 0;
    this.chosen[this.length++] = index;
  }

  private store(weight: number): void {
    const { chosen, points, pointsOf, length } = this;
    if (this.voteType !== "ordinal") sortStart(chosen, length);
    for (let i = 0; i < length; i++) points[i] = pointsOf[chosen[i] as number] as number;
    this.collector.add(chosen, points, length, weight);
    this.voters += weight;
  }

  private addPoints(index: number, id: string, points: number | undefined): ElectionProblem | null {
    if (points === undefined) return ballotProblem("points-missing", id);
    if (points < 0) return ballotProblem("points-negative", String(points));
    if (!(points <= LARGEST_POINTS)) return ballotProblem("points-not-a-number", String(points));
    if (!Number.isInteger(points)) {
      const decimals = parseDecimal(String(points))?.decimals ?? FINEST_POINTS + 1;
      if (decimals > FINEST_POINTS) return ballotProblem("points-not-a-number", String(points));
      this.pointDecimals = Math.max(this.pointDecimals, decimals);
    }
    const sum = (this.pointsOf[index] as number) + points;
    this.pointsOf[index] = sum;
    this.mostPoints = Math.max(this.mostPoints, sum);
    return null;
  }
}

function ballotProblem(code: BallotProblem, subject: string): ElectionProblem {
  return { code, subject };
}

/** Insertion sort for the usual short ballot, the engine's own for a long one. */
function sortStart(values: Int32Array, length: number): void {
  if (length > 32) {
    values.subarray(0, length).sort();
    return;
  }
  for (let i = 1; i < length; i++) {
    const value = values[i] as number;
    let j = i - 1;
    while (j >= 0 && (values[j] as number) > value) {
      values[j + 1] = values[j] as number;
      j -= 1;
    }
    values[j + 1] = value;
  }
}
