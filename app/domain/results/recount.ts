import type { Tie } from "~/domain/tally/count-result";
import type { VoteType } from "~/domain/tally/election";
import type { PabulibProblem } from "~/domain/tally/pabulib-problem";
import type { RuleId } from "~/domain/tally/rules";
import type { TieOrder } from "./ties";

/** What the page asks of the counting thread. */
export type RecountOrder =
  | { kind: "read"; file: Blob }
  /** `bytes` is the size of the file, for the progress. */
  | { kind: "fetch"; address: string; bytes: number }
  | { kind: "count"; rule: RuleId; ties: TieOrder };

/** What the counting thread tells the page. */
export type RecountNews =
  | { kind: "reading"; bytes: number; total: number }
  | ({ kind: "read" } & ReadBallots)
  /** Runs of Equal Shares so far, each with a little more for every voter. */
  | { kind: "counting"; runs: number }
  | ({ kind: "counted" } & Recounted)
  | { kind: "unreadable"; problem: PabulibProblem }
  | { kind: "failed"; reason: RecountFailure };

export type RecountFailure =
  | "brokenArchive"
  | "noProjects"
  | "notLoaded"
  | "brokenDraw"
  | "tooManyRuns"
  | "crashed";

export type ReadBallots = {
  voteType: VoteType;
  projects: number;
  ballots: number;
  /** The rule that the file names, by its id here. */
  rule: RuleId;
  /** The order among equals that the file names, or the usual one. */
  ties: TieOrder;
  /** The rule in the file's own words, "" where it names none. */
  namedRule: string;
  /** Winners by the file's own column; null where it has none. */
  announced: readonly string[] | null;
  /** ISO 4217 as the file says it, or "". */
  currency: string;
  /** BCP 47 language of the titles as the file says it, or "". */
  language: string;
  /** Lines with something odd that changes nothing. */
  oddities: number;
};

export type RecountedProject = {
  id: string;
  name: string;
  /** Exact decimal in major units. */
  cost: string;
  votes: number;
  /** Place in the order of selection, from 1; null without money. */
  selected: number | null;
};

export type Recounted = {
  rule: RuleId;
  /** Winners as they were selected, then the others by votes. */
  projects: readonly RecountedProject[];
  budget: string;
  cost: string;
  left: string;
  voters: number;
  votersWithWinner: number;
  ties: readonly Tie[];
  /** Steps by which shares were raised, where the rule does so. */
  steps: number | null;
};

/** A result to hold a recount against. */
export type PublishedCount = {
  winners: readonly string[];
  rule: RuleId;
  ties: TieOrder;
};

/** Where a recount and an announced result part: a project that only one of the two funds. */
export type Difference = { project: string; fundedBy: "count" | "announced" };

/** Every project that only one side funds, first those this count funds; none when the winners are the same. */
export function differences(counted: readonly string[], announced: readonly string[]): Difference[] {
  const ours = new Set(counted);
  const theirs = new Set(announced);
  return [
    ...counted.filter((id) => !theirs.has(id)).map((project) => ({ project, fundedBy: "count" as const })),
    ...announced
      .filter((id) => !ours.has(id))
      .map((project) => ({ project, fundedBy: "announced" as const })),
  ];
}

/** `/pb/<slug>/<list>/ballots.pb`, the only files a link may ask this page to open. */
const ADDRESS = /^\/pb\/([a-z0-9-]{1,200})\/([^/\\?#]{1,200})\/ballots\.pb$/;

/** Reads the address of a published ballot file; null for anything else, such as a file of another site. */
export function readBallotAddress(address: string | null): { slug: string; list: string } | null {
  const [, slug, list] = ADDRESS.exec(address ?? "") ?? [];
  if (!slug || !list || list.includes("..")) return null;
  try {
    return { slug, list: decodeURIComponent(list) };
  } catch {
    return null;
  }
}

export function ballotAddress({ slug, list }: { slug: string; list: string }): string {
  return `/pb/${encodeURIComponent(slug)}/${encodeURIComponent(list)}/ballots.pb`;
}

/** The page that counts this file; it finds rule and winners by itself. */
export function recountPath(locale: string, place: { slug: string; list: string }): string {
  return `/${locale}/recount?${new URLSearchParams({ file: ballotAddress(place) })}`;
}
