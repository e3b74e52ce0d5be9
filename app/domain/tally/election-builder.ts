import { BallotCollector } from "~/domain/tally/ballot-groups";
import { inUnits, parseDecimal, type Decimal } from "~/domain/tally/decimal";
import {
  type BallotInput,
  type BallotProblem,
  type Built,
  built,
  type Election,
  type ElectionInput,
  type ElectionProblem,
  type Envelope,
  type EnvelopeInput,
  failed,
  type MoneyInput,
  type Project,
  type ProjectInput,
  type ScoreThreshold,
  type VoteType,
} from "~/domain/tally/election";

/** More is refused: no community holds such a ballot, and a hostile file costs memory. */
export const MOST_PROJECTS = 50_000;
/** So that weights fit 32 bits and scores stay exact as doubles. */
const MOST_VOTERS = 2 ** 32 - 1;
const LARGEST_POINTS = 1e9;
const FINEST_POINTS = 6;

/** Everything of an election but its ballots. */
export type Agenda = Omit<ElectionInput, "ballots">;

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
  const indexOf = new Map<string, number>();
  if (agenda.projects.length > MOST_PROJECTS) return failed({ code: "too-many-projects", subject: String(agenda.projects.length) });
  for (const project of agenda.projects) {
    if (project.id === "") return failed({ code: "project-id-empty", subject: "" });
    if (indexOf.has(project.id)) return failed({ code: "project-id-twice", subject: project.id });
    indexOf.set(project.id, indexOf.size);
  }
  const head = readAgenda(agenda, indexOf);
  return head.ok ? built(new ElectionBuilder(agenda.voteType, head.value)) : head;
}

type Head = Omit<Election, "ballots" | "voters" | "voteType">;

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
  private voters = 0;
  private pointDecimals = 0;
  private mostPoints = 0;

  constructor(
    private readonly voteType: VoteType,
    private readonly head: Head,
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
    if (!Number.isSafeInteger(weight) || weight <= 0) return ballotProblem("weight-not-positive", String(weight));
    this.stamp += 1;
    this.repeatedLast = false;
    let length = 0;
    for (let i = 0; i < ballot.choices.length; i++) {
      const id = ballot.choices[i] as string;
      const index = this.head.indexOf.get(id);
      if (index === undefined) return ballotProblem("choice-unknown", id);
      const seen = this.stamps[index] === this.stamp;
      if (seen) this.repeatedLast = true;
      else {
        this.stamps[index] = this.stamp;
        this.chosen[length++] = index;
        this.pointsOf[index] = 0;
      }
      if (this.voteType === "cumulative") {
        const problem = this.addPoints(index, id, ballot.points?.[i]);
        if (problem) return problem;
      }
    }
    if (this.voteType === "choose-1" && length > 1) return ballotProblem("more-than-one-choice", ballot.choices.join(","));
    if (this.voteType !== "ordinal") sortStart(this.chosen, length);
    for (let i = 0; i < length; i++) this.points[i] = this.pointsOf[this.chosen[i] as number] as number;
    this.collector.add(this.chosen, this.points, length, weight);
    this.voters += weight;
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

function readAgenda(agenda: Agenda, indexOf: ReadonlyMap<string, number>): Built<Head, ElectionProblem> {
  const budget = readMoney(agenda.budget);
  if (!budget) return failed({ code: "budget-not-a-number", subject: String(agenda.budget) });
  if (budget.units < 0n) return failed({ code: "budget-negative", subject: String(agenda.budget) });
  const costs: Decimal[] = [];
  for (const project of agenda.projects) {
    const cost = readMoney(project.cost);
    if (!cost) return failed({ code: "cost-not-a-number", subject: project.id });
    if (cost.units < 0n) return failed({ code: "cost-negative", subject: project.id });
    costs.push(cost);
  }
  const amounts = readEnvelopes(agenda.envelopes ?? []);
  if (!amounts.ok) return amounts;
  const decimals = [budget, ...costs, ...amounts.value.map((entry) => entry.amount)].reduce((most, money) => Math.max(most, money.decimals), 0);
  const envelopes = amounts.value.map(({ id, amount }) => ({ id, amount: inUnits(amount, decimals) }));
  if (envelopes.reduce((sum, { amount }) => sum + amount, 0n) > inUnits(budget, decimals)) return failed({ code: "envelopes-exceed-budget", subject: String(agenda.budget) });
  const thresholds = readThresholds(agenda);
  if (!thresholds.ok) return thresholds;
  const units = costs.map((cost) => inUnits(cost, decimals));
  const resolved = resolveProjects(agenda.projects, units, indexOf, envelopes);
  if (!resolved.ok) return resolved;
  return built({ decimals, budget: inUnits(budget, decimals), ...resolved.value, indexOf, envelopes, ...thresholds.value });
}

function readMoney(value: MoneyInput): Decimal | null {
  return parseDecimal(String(value));
}

function readEnvelopes(inputs: readonly EnvelopeInput[]): Built<{ id: string; amount: Decimal }[], ElectionProblem> {
  const seen = new Set<string>();
  const envelopes: { id: string; amount: Decimal }[] = [];
  for (const { id, amount } of inputs) {
    const money = readMoney(amount);
    if (!money || money.units < 0n) return failed({ code: "budget-not-a-number", subject: id });
    if (seen.has(id)) return failed({ code: "envelope-twice", subject: id });
    seen.add(id);
    envelopes.push({ id, amount: money });
  }
  return built(envelopes);
}

function readThresholds(agenda: Agenda): Built<Pick<Head, "minimumVotes" | "scoreThreshold">, ElectionProblem> {
  const minimumVotes = readThreshold(agenda.minimumVotes);
  const scoreThreshold = readThreshold(agenda.scoreThreshold);
  if (minimumVotes === undefined) return failed({ code: "threshold-not-a-number", subject: String(agenda.minimumVotes) });
  if (scoreThreshold === undefined) return failed({ code: "threshold-not-a-number", subject: String(agenda.scoreThreshold) });
  return built({ minimumVotes, scoreThreshold });
}

function readThreshold(value: MoneyInput | undefined): ScoreThreshold | null | undefined {
  if (value === undefined) return null;
  return readMoney(value) ?? undefined;
}

type Resolved = Pick<Head, "projects" | "exclusiveGroups">;

function resolveProjects(
  inputs: readonly ProjectInput[],
  costs: readonly bigint[],
  indexOf: ReadonlyMap<string, number>,
  envelopes: readonly Envelope[],
): Built<Resolved, ElectionProblem> {
  const envelopeIndex = new Map(envelopes.map(({ id }, index) => [id, index]));
  const groups = new Map<string, number>();
  const projects: Project[] = [];
  for (const [index, input] of inputs.entries()) {
    const requires = (input.requires ?? []).map((id) => indexOf.get(id) ?? -1);
    const drawsOn = (input.envelopes ?? []).map((id) => envelopeIndex.get(id) ?? -1);
    if (requires.includes(-1)) return failed({ code: "project-unknown", subject: input.id });
    if (requires.includes(index)) return failed({ code: "requires-itself", subject: input.id });
    if (drawsOn.includes(-1) || (envelopes.length > 0 && drawsOn.length === 0)) return failed({ code: "envelope-unknown", subject: input.id });
    const exclusiveGroups = (input.exclusiveGroups ?? []).map((name) => {
      if (!groups.has(name)) groups.set(name, groups.size);
      return groups.get(name) as number;
    });
    projects.push({
      id: input.id,
      index,
      cost: costs[index] as bigint,
      name: input.name ?? "",
      district: input.district ?? "",
      categories: input.categories ?? [],
      requires,
      exclusiveGroups,
      envelopes: drawsOn,
    });
  }
  return built({ projects, exclusiveGroups: [...groups.keys()] });
}
