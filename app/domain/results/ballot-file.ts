import { writePabulib } from "~/domain/tally/pabulib-writer";
import { majorUnits } from "./money-text";
import { OWN_KEYS, pabulibRule } from "./official-rule";
import { type Ties, tieRows } from "./ties";

export type FileProject = {
  code: string;
  title: string;
  /** Minor units. */
  cost: number;
  category: string;
  area: string;
  latitude: number | null;
  longitude: number | null;
};

/** One list of a vote as it is counted and published. */
export type FileElection = {
  description: string;
  country: string;
  /** The community, and the district where the list has one. */
  unit: string;
  subunit: string;
  /** Calendar days of voting, `YYYY-MM-DD`. */
  days: { from: string; to: string };
  currency: string;
  language: string;
  /** Minor units. */
  budget: number;
  rule: string;
  ties: Ties;
  minimumVotes: number;
  ballot: "approval" | "knapsack";
  maxChoices: number;
  projects: readonly FileProject[];
  /** Codes of the chosen projects, ballot by ballot, in an order that tells nothing. */
  ballots: readonly (readonly string[])[];
};

type Outcome = ReadonlyMap<string, { votes: number; funded: boolean }>;

/**
 * The Pabulib file (pabulib.org/format) of one list: no names, and numbers of voters that only count lines. Keys
 * beyond the format make it enough to repeat the count.
 */
export function ballotFileText(election: FileElection, outcome: Outcome): string {
  const { columns, rows } = projectTable(election, outcome);
  return writePabulib({
    meta: metaRows(election).map(([key, value]) => [key, oneLine(value)]),
    projects: { columns, rows: rows.map((fields) => fields.map(oneLine)) },
    votes: {
      columns: ["voter_id", "vote"],
      rows: election.ballots.map((codes, index) => [String(index + 1), codes.join(",")]),
    },
  });
}

function metaRows(election: FileElection): [key: string, value: string][] {
  const { projects, ballots, budget, currency, rule, minimumVotes, ballot, maxChoices } = election;
  const most: [string, string] =
    ballot === "approval"
      ? ["max_length", String(maxChoices)]
      : ["max_sum_cost", majorUnits(budget, currency)];
  const subunit: [string, string][] = election.subunit ? [["subunit", election.subunit]] : [];
  const minimum: [string, string][] = ["min_project_score_threshold", "minimum_votes"].map((key) => [
    key,
    String(minimumVotes),
  ]);
  return [
    ["description", election.description],
    ["country", election.country],
    ["unit", election.unit],
    ...subunit,
    ["instance", election.days.to.slice(0, 4)],
    ["num_projects", String(projects.length)],
    ["num_votes", String(ballots.length)],
    ["budget", majorUnits(budget, currency)],
    ["vote_type", "approval"],
    ["rule", pabulibRule(rule, minimumVotes)],
    ["date_begin", pabulibDay(election.days.from)],
    ["date_end", pabulibDay(election.days.to)],
    ["min_length", "1"],
    most,
    ...(minimumVotes > 0 ? minimum : []),
    ["language", election.language],
    ["currency", currency],
    [OWN_KEYS.rule, rule],
    ...tieRows(election.ties),
  ];
}

/** Optional columns stand only where some project fills them. */
function projectTable(
  { projects, currency }: FileElection,
  outcome: Outcome,
): { columns: string[]; rows: string[][] } {
  const optional = (["category", "area", "latitude", "longitude"] as const).filter((name) =>
    projects.some((project) => project[name] !== null && project[name] !== ""),
  );
  const names: Record<(typeof optional)[number], string> = {
    category: "category",
    area: "neighborhood",
    latitude: "latitude",
    longitude: "longitude",
  };
  const columns = ["project_id", "cost", "votes", "name", ...optional.map((name) => names[name]), "selected"];
  const rows = projects.map((project) => {
    const { votes = 0, funded = false } = outcome.get(project.code) ?? {};
    const more = optional.map((name) => String(project[name] ?? ""));
    return [
      project.code,
      majorUnits(project.cost, currency),
      String(votes),
      project.title,
      ...more,
      funded ? "1" : "0",
    ];
  });
  return { columns, rows };
}

/** `2026-11-03` as `03.11.2026` */
function pabulibDay(day: string): string {
  return day.split("-").reverse().join(".");
}

/** A line break in a title would cut the row for simple readers. */
function oneLine(field: string): string {
  return field.replace(/[\r\n\0]+/g, " ").trim();
}
