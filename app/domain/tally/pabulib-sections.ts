import { type Agenda, MOST_PROJECTS } from "~/domain/tally/agenda";
import { parseDecimal } from "~/domain/tally/decimal";
import {
  type Built,
  built,
  type ElectionProblem,
  type EnvelopeInput,
  failed,
  type ProjectInput,
  VOTE_TYPES,
  type VoteType,
} from "~/domain/tally/election";
import type { PabulibColumns } from "~/domain/tally/pabulib-columns";
import { type PabulibProblem, pabulibProblem } from "~/domain/tally/pabulib-problem";

/**
 * Columns and keys beyond the published format, written by this library where a process has such
 * conditions, so that anyone can repeat the count from the file alone. Lists are comma-separated.
 */
const CONDITIONS = {
  exclusive: "exclusive_group",
  requires: "requires",
  envelopes: "envelopes",
  minimumVotes: "minimum_votes",
} as const;

const THRESHOLD_KEY = "min_project_score_threshold";

/** Published files have some thirty keys; the rows before the votes are kept, so their number is bounded. */
const MOST_KEYS = 10_000;

/** The META rows: values by key, and the line of each. */
export class MetaSection {
  readonly values = new Map<string, string>();
  private readonly lines = new Map<string, number>();

  row(fields: readonly string[], line: number): PabulibProblem | null {
    const [key = "", ...rest] = fields;
    const name = key.trim();
    if (this.values.has(name)) return pabulibProblem("key-twice", line, name);
    if (this.values.size === MOST_KEYS) return pabulibProblem("too-many-keys", line, name);
    this.values.set(name, rest.join(";").trim());
    this.lines.set(name, line);
    return null;
  }

  lineOf(key: string): number {
    return this.lines.get(key) ?? 1;
  }

  voteType(): Built<VoteType, PabulibProblem> {
    const value = this.values.get("vote_type");
    if (value === undefined) return failed(pabulibProblem("key-missing", 1, "vote_type"));
    const name = value === "scoring" ? "cumulative" : value;
    const known = VOTE_TYPES.find((type) => type === name);
    return known
      ? built(known)
      : failed(pabulibProblem("vote-type-unknown", this.lineOf("vote_type"), "vote_type", value));
  }
}

/** The PROJECTS rows, in file order, and the line of each id. */
export class ProjectsSection {
  readonly inputs: ProjectInput[] = [];
  readonly winners: string[] = [];
  private readonly lines = new Map<string, number>();

  constructor(readonly columns: PabulibColumns) {}

  row(fields: readonly string[], line: number): PabulibProblem | null {
    const id = this.columns.get(fields, "project_id")?.trim() ?? "";
    const cost = this.columns.get(fields, "cost");
    if (this.inputs.length === MOST_PROJECTS)
      return pabulibProblem("too-many-projects", line, "project_id", String(MOST_PROJECTS + 1));
    if (id === "") return pabulibProblem("project-id-empty", line, "project_id");
    if (this.lines.has(id)) return pabulibProblem("project-id-twice", line, "project_id", id);
    if (cost === undefined) return pabulibProblem("field-missing", line, "cost");
    const money = parseDecimal(cost);
    if (!money) return pabulibProblem("cost-not-a-number", line, "cost", cost);
    if (money.units < 0n) return pabulibProblem("cost-negative", line, "cost", cost);
    this.lines.set(id, line);
    if (this.columns.get(fields, "selected")?.trim() === "1") this.winners.push(id);
    this.inputs.push({
      id,
      cost,
      name: this.columns.get(fields, "name") ?? "",
      district: this.columns.get(fields, "district") ?? "",
      categories: listed(this.columns.get(fields, "category")),
      requires: listed(this.columns.get(fields, CONDITIONS.requires)),
      exclusiveGroups: listed(this.columns.get(fields, CONDITIONS.exclusive)),
      envelopes: listed(this.columns.get(fields, CONDITIONS.envelopes)),
    });
    return null;
  }

  lineOf(id: string): number {
    return this.lines.get(id) ?? 1;
  }
}

/** What the first two sections say, ready for the builder. */
export function agendaOf(meta: MetaSection, projects: ProjectsSection): Built<Agenda, PabulibProblem> {
  const voteType = meta.voteType();
  if (!voteType.ok) return voteType;
  const budget = meta.values.get("budget");
  if (budget === undefined) return failed(pabulibProblem("key-missing", 1, "budget"));
  const scoreThreshold = meta.values.get(THRESHOLD_KEY);
  const minimumVotes = meta.values.get(CONDITIONS.minimumVotes);
  const envelopes = meta.values.get(CONDITIONS.envelopes);
  return built({
    voteType: voteType.value,
    budget,
    projects: projects.inputs,
    ...(envelopes ? { envelopes: readEnvelopes(envelopes) } : {}),
    ...(scoreThreshold ? { scoreThreshold } : {}),
    ...(minimumVotes ? { minimumVotes } : {}),
  });
}

/** Where in the file a problem of the agenda stands. */
export function agendaProblem(
  problem: ElectionProblem,
  meta: MetaSection,
  projects: ProjectsSection,
): PabulibProblem {
  const { code, subject } = problem;
  if (code.startsWith("budget")) return pabulibProblem(code, meta.lineOf("budget"), "budget", subject);
  if (code === "envelope-twice" || code === "envelopes-exceed-budget")
    return pabulibProblem(code, meta.lineOf(CONDITIONS.envelopes), CONDITIONS.envelopes, subject);
  if (code === "threshold-not-a-number") {
    const key = meta.values.get(THRESHOLD_KEY) === subject ? THRESHOLD_KEY : CONDITIONS.minimumVotes;
    return pabulibProblem(code, meta.lineOf(key), key, subject);
  }
  const column =
    code === "envelope-unknown"
      ? CONDITIONS.envelopes
      : code === "cost-not-a-number" || code === "cost-negative"
        ? "cost"
        : CONDITIONS.requires;
  return pabulibProblem(code, projects.lineOf(subject), column, subject);
}

/** `"parks:100000,roads:50000"`; a colon may stand inside a name. */
function readEnvelopes(text: string): EnvelopeInput[] {
  return listed(text).map((entry) => {
    const colon = entry.lastIndexOf(":");
    return { id: entry.slice(0, Math.max(0, colon)).trim(), amount: entry.slice(colon + 1) };
  });
}

function listed(text: string | undefined): string[] {
  if (!text) return [];
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
