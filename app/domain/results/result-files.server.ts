import type { Format } from "~/i18n/format";
import { type LocalText, localText } from "~/i18n/local-text";
import type { Locale } from "~/i18n/locales";
import type { T } from "~/i18n/translate";
import { type CsvStyle, csv } from "./csv.server";
import { majorUnits } from "./money-text";
import { type PublishedResult, totalsOf } from "./published-result";
import { reasonSentence } from "./reason-sentence";
import { choiceGroups } from "./result";

/** Columns of the table of projects, in their order; what they mean is said on the page. */
const PROJECT_COLUMNS = [
  "list",
  "place",
  "code",
  "title",
  "category",
  "area",
  "cost",
  "currency",
  "votes",
  "score",
  "funded",
  "round",
  "reason",
  "why",
] as const;

type Words = { t: T; format: Format };

/** One row per project, list by list; amounts in major units. */
export function resultCsv({ lists, currency }: PublishedResult, words: Words, style: CsvStyle): string {
  const rows = lists.flatMap(({ key, projects }) =>
    projects.map((project) => [
      key,
      project.place,
      project.code,
      project.title,
      project.category,
      project.area,
      majorUnits(project.cost, currency),
      currency,
      project.votes,
      project.score,
      project.funded ? 1 : 0,
      project.round ?? "",
      project.reason.code,
      reasonSentence({ ...words, currency }, project.reason, project.cost),
    ]),
  );
  return csv(PROJECT_COLUMNS, rows, style);
}

/** Voters by day; small days are joined already. */
export function turnoutCsv({ turnout }: PublishedResult, style: CsvStyle): string {
  return csv(
    ["from", "to", "voters"],
    turnout.map(({ from, to, voters }) => [from, to, voters]),
    style,
  );
}

type Place = { community: LocalText; locale: Locale; origin: string };

/**
 * The whole result as plain values: amounts are decimal texts in major units, instants ISO 8601. Names of the
 * keys are those of the CSV; `count` is the record of the count as `openward count --json` prints it.
 */
export function resultJson(result: PublishedResult, { community, locale, origin }: Place) {
  const { slug, title, source, currency, lists, voters, publishedAt, tieOrder, turnout } = result;
  const totals = totalsOf(lists);
  const file = (name: string) => `${origin}/pb/${encodeURIComponent(slug)}/${name}`;
  return {
    community: localText(community, locale).text,
    title,
    address: file("results"),
    documentation: `${origin}/${locale}/rounds/${encodeURIComponent(slug)}/results#data`,
    publishedAt: publishedAt.toISOString(),
    currency,
    voters,
    funded: totals.funded,
    projects: totals.total,
    spent: majorUnits(totals.spent, currency),
    budget: majorUnits(totals.budget, currency),
    tieOrder,
    source,
    turnout,
    lists: lists.map((list) => ({
      list: list.key,
      district: list.district,
      budget: majorUnits(list.amount, currency),
      ballots: list.ballots,
      rule: list.rule,
      certified: list.certified,
      count: list.count,
      fundedChoices: choiceGroups(list.fundedChoices),
      otherRules: list.others,
      official: list.official,
      ballotFile:
        list.access === "public"
          ? { address: file(`${encodeURIComponent(list.key)}/ballots.pb`), ...list.file }
          : null,
      projects: list.projects.map(({ cost, initiative, ...project }) => ({
        ...project,
        cost: majorUnits(cost, currency),
      })),
    })),
  };
}
