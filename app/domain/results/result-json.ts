import { type LocalText, localText } from "~/i18n/local-text";
import type { Locale } from "~/i18n/locales";
import { majorUnits } from "./money-text";
import { type PublishedResult, totalsOf } from "./published-result";
import { choiceGroups } from "./result";

type Place = { community: LocalText; locale: Locale; origin: string };

/**
 * The whole result as plain values: amounts are decimal texts in major units, instants ISO 8601. Names of the
 * keys are those of the CSV; `count` is the record of the count as `openward count --json` prints it.
 */
export function resultJson(result: PublishedResult, { community, locale, origin }: Place) {
  const { slug, title, source, currency, lists, voters, publishedAt, tieOrder, drawSource, turnout } = result;
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
    unopenedBallots: lists[0]?.unopened ?? 0,
    funded: totals.funded,
    projects: totals.total,
    spent: majorUnits(totals.spent, currency),
    budget: majorUnits(totals.budget, currency),
    tieOrder,
    drawSource,
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
      draw: list.draw,
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
