import { type Decimal, inUnits, parseDecimal } from "~/domain/tally/decimal";
import {
  type Built,
  built,
  type Election,
  type ElectionInput,
  type ElectionProblem,
  type Envelope,
  failed,
  type MoneyInput,
  type Project,
  type ProjectInput,
} from "~/domain/tally/election";

/** Everything of an election but its ballots, as given and as read. */
export type Agenda = Omit<ElectionInput, "ballots">;
export type ElectionHead = Omit<Election, "ballots" | "voters" | "voteType">;

type Read<T> = Built<T, ElectionProblem>;

/** More is refused: no community holds such a ballot, and a hostile file costs memory. */
export const MOST_PROJECTS = 50_000;

/** Checks everything but the ballots; stops at the first problem. O(projects). */
export function readAgenda(agenda: Agenda): Read<ElectionHead> {
  const indexOf = indexProjects(agenda.projects);
  if (!indexOf.ok) return indexOf;
  const amounts = readAmounts(agenda);
  if (!amounts.ok) return amounts;
  const projects = resolveProjects(
    agenda.projects,
    amounts.value.costs,
    indexOf.value,
    amounts.value.envelopes,
  );
  if (!projects.ok) return projects;
  const thresholds = readThresholds(agenda);
  if (!thresholds.ok) return thresholds;
  const { decimals, budget, envelopes } = amounts.value;
  return built({
    decimals,
    budget,
    envelopes,
    indexOf: indexOf.value,
    ...projects.value,
    ...thresholds.value,
  });
}

function indexProjects(projects: readonly ProjectInput[]): Read<Map<string, number>> {
  if (projects.length > MOST_PROJECTS) return refuse("too-many-projects", String(projects.length));
  const indexOf = new Map<string, number>();
  for (const { id } of projects) {
    if (id === "") return refuse("project-id-empty", "");
    if (indexOf.has(id)) return refuse("project-id-twice", id);
    indexOf.set(id, indexOf.size);
  }
  return built(indexOf);
}

interface Amounts {
  readonly decimals: number;
  readonly budget: bigint;
  readonly costs: readonly bigint[];
  readonly envelopes: readonly Envelope[];
}

/** All money in units of the finest decimal that occurs. */
function readAmounts({ budget, projects, envelopes = [] }: Agenda): Read<Amounts> {
  const total = readMoney(budget);
  if (!total) return refuse("budget-not-a-number", String(budget));
  if (total.units < 0n) return refuse("budget-negative", String(budget));
  const costs: Decimal[] = [];
  for (const { id, cost } of projects) {
    const money = readMoney(cost);
    if (!money) return refuse("cost-not-a-number", id);
    if (money.units < 0n) return refuse("cost-negative", id);
    costs.push(money);
  }
  const parts = new Map<string, Decimal>();
  for (const { id, amount } of envelopes) {
    const money = readMoney(amount);
    if (!money || money.units < 0n) return refuse("budget-not-a-number", id);
    if (parts.has(id)) return refuse("envelope-twice", id);
    parts.set(id, money);
  }
  const decimals = [total, ...costs, ...parts.values()].reduce(
    (most, money) => Math.max(most, money.decimals),
    0,
  );
  const divided = Array.from(parts, ([id, money]) => ({ id, amount: inUnits(money, decimals) }));
  const whole = inUnits(total, decimals);
  if (divided.reduce((sum, { amount }) => sum + amount, 0n) > whole)
    return refuse("envelopes-exceed-budget", String(budget));
  return built({
    decimals,
    budget: whole,
    costs: costs.map((cost) => inUnits(cost, decimals)),
    envelopes: divided,
  });
}

function readThresholds(agenda: Agenda): Read<Pick<ElectionHead, "minimumVotes" | "scoreThreshold">> {
  const minimumVotes = agenda.minimumVotes === undefined ? null : readMoney(agenda.minimumVotes);
  const scoreThreshold = agenda.scoreThreshold === undefined ? null : readMoney(agenda.scoreThreshold);
  if (agenda.minimumVotes !== undefined && !minimumVotes)
    return refuse("threshold-not-a-number", String(agenda.minimumVotes));
  if (agenda.scoreThreshold !== undefined && !scoreThreshold)
    return refuse("threshold-not-a-number", String(agenda.scoreThreshold));
  return built({ minimumVotes, scoreThreshold });
}

/** Replaces names by indices. Every project must draw on an envelope where there are any. */
function resolveProjects(
  inputs: readonly ProjectInput[],
  costs: readonly bigint[],
  indexOf: ReadonlyMap<string, number>,
  envelopes: readonly Envelope[],
): Read<Pick<ElectionHead, "projects" | "exclusiveGroups">> {
  const envelopeOf = new Map(envelopes.map(({ id }, index) => [id, index]));
  const groups = new Map<string, number>();
  const projects: Project[] = [];
  for (const [index, input] of inputs.entries()) {
    const requires = (input.requires ?? []).map((id) => indexOf.get(id) ?? -1);
    const drawsOn = (input.envelopes ?? []).map((id) => envelopeOf.get(id) ?? -1);
    if (requires.includes(-1)) return refuse("project-unknown", input.id);
    if (requires.includes(index)) return refuse("requires-itself", input.id);
    if (drawsOn.includes(-1) || (envelopes.length > 0 && drawsOn.length === 0))
      return refuse("envelope-unknown", input.id);
    projects.push({
      id: input.id,
      index,
      cost: costs[index] as bigint,
      name: input.name ?? "",
      district: input.district ?? "",
      categories: input.categories ?? [],
      requires,
      exclusiveGroups: (input.exclusiveGroups ?? []).map((name) => indexIn(groups, name)),
      envelopes: drawsOn,
    });
  }
  return built({ projects, exclusiveGroups: [...groups.keys()] });
}

function indexIn(names: Map<string, number>, name: string): number {
  const known = names.get(name) ?? names.size;
  names.set(name, known);
  return known;
}

function readMoney(value: MoneyInput): Decimal | null {
  return parseDecimal(String(value));
}

function refuse(
  code: ElectionProblem["code"],
  subject: string,
): { readonly ok: false; readonly problem: ElectionProblem } {
  return failed({ code, subject });
}
