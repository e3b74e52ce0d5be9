import type { PabulibCause } from "~/domain/tally/pabulib-problem";
import type { T } from "~/i18n/translate";
import { causes } from "./import-refusal-sentence";
import type { RecountFailure } from "./recount";

const PLAIN = [
  "reading",
  "counting",
  "countingAmount",
  "cancelled",
  "done",
  "different",
  "againstFile",
  "againstPublished",
  "againstNothing",
  "nothingChosen",
  "otherRule",
] as const;

/** Sentences that the counting page fills in by itself; values stand in braces. */
export type RecountTexts = Record<(typeof PLAIN)[number], string> &
  Record<RecountFailure, string> & {
    readingAmount: string;
    runs: string;
    read: string;
    oddities: string;
    same: string;
    counted: string;
    firstByCount: string;
    firstByAnnounced: string;
    differences: string;
    named: string;
    part: string;
    tie: string;
    unreadable: string;
    unreadableColumn: string;
    causes: Record<PabulibCause, string>;
  };

/** The texts in the reader's language, to be put into the page: the script has no catalogues. */
export function recountTexts(t: T): RecountTexts {
  const project = { id: "{id}", name: "{name}" };
  const place = { line: "{line}", cause: "{cause}" };
  return {
    ...textsOf(PLAIN, (name) => t(`results.recount.say.${name}`)),
    brokenArchive: t("results.refusal.brokenArchive"),
    noProjects: t("results.refusal.noProjects"),
    notLoaded: t("results.recount.failure.notLoaded"),
    brokenDraw: t("results.recount.failure.brokenDraw"),
    tooManyRuns: t("results.recount.failure.tooManyRuns"),
    crashed: t("results.recount.failure.crashed"),
    readingAmount: t("results.recount.say.readingAmount", { done: "{done}", total: "{total}" }),
    runs: t("results.recount.say.runs", { runs: "{runs}" }),
    read: t("results.recount.say.read", { projects: "{projects}", ballots: "{ballots}" }),
    oddities: t("results.recount.say.oddities", { count: "{count}" }),
    same: t("results.recount.say.same", { count: "{count}" }),
    counted: t("results.recount.say.counted", { count: "{count}" }),
    firstByCount: t("results.recount.say.firstByCount", project),
    firstByAnnounced: t("results.recount.say.firstByAnnounced", project),
    differences: t("results.recount.say.differences", { count: "{count}" }),
    named: t("results.recount.say.named", { rule: "{rule}" }),
    part: t("results.figures.satisfiedNote", { count: "{count}", total: "{total}" }),
    tie: t("results.method.tie", { round: "{round}", chosen: "{chosen}", others: "{others}" }),
    unreadable: t("results.refusal.unreadable", place),
    unreadableColumn: t("results.refusal.unreadableColumn", { ...place, column: "{column}" }),
    causes: textsOf(Object.keys(causes) as PabulibCause[], (cause) => t(causes[cause], { value: "{value}" })),
  };
}

/** Puts values into a text of the page. */
export function fillText(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (braces, name: string) => String(values[name] ?? braces));
}

function textsOf<Name extends string>(
  names: readonly Name[],
  say: (name: Name) => string,
): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, say(name)])) as Record<Name, string>;
}
