import { data, type HeadersFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PlaceFinder } from "~/domain/communities/components/place-finder";
import { findExamplePlace } from "~/domain/communities/place-queries.server";
import { allow } from "~/domain/identity/allow.server";
import { stageOf } from "~/domain/prioritisation/calendar";
import { MatterEntry } from "~/domain/prioritisation/components/matter-entry";
import { type OpenMatter, openMatters, upcomingMatters } from "~/domain/prioritisation/open-matters";
import { listRounds } from "~/domain/prioritisation/round-queries.server";
import { wholeBudget } from "~/domain/prioritisation/round-record";
import { listPublishedResults } from "~/domain/results/published-result-queries.server";
import { localText } from "~/i18n/local-text";
import { useFormat, useT } from "~/i18n/use-translation";
import { now } from "~/platform/clock.server";
import { EmptyState } from "~/ui/empty-state";
import { EntryList } from "~/ui/entry-list";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { Outcomes } from "./outcomes";
import { UpcomingList } from "./upcoming-list";

const SHOWN_RESULTS = 3;

export const loader = allow("anyone", async ({ community, locale }) => {
  const instant = now();
  const [rounds, results, example] = await Promise.all([
    listRounds(community),
    listPublishedResults(community),
    findExamplePlace(community),
  ]);
  const open = openMatters(rounds, instant);
  const first = rounds.find(({ slug }) => slug === open[0]?.slug);
  return data(
    {
      community: localText(community.name, locale).text,
      now: instant,
      open,
      results: results.slice(0, SHOWN_RESULTS),
      counted: results.length,
      upcoming: upcomingMatters(rounds, instant),
      budget: first
        ? { amount: wholeBudget(first.envelopes), day: stageOf(first.stages, "voting")?.closesAt ?? instant }
        : null,
      example,
    },
    { headers: { "Cache-Control": "public, max-age=5" } },
  );
});

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta = pageMeta((t) => t("communities.home.title"));

export default function OpenNow() {
  const t = useT();
  const { community, now, open, upcoming, results, counted, budget, example } =
    useLoaderData<typeof loader>();
  const placeOf = ({ envelopes }: OpenMatter) =>
    envelopes.some(({ districtId }) => districtId === null)
      ? t("communities.home.everywhere")
      : t("communities.home.districtCount", { count: envelopes.length });
  return (
    <Page
      title={t("communities.home.title")}
      lead={<BudgetLine community={community} budget={budget} now={now} />}
    >
      <PlaceFinder example={example} />
      {open.length === 0 ? (
        <EmptyState title={t("communities.home.nothing")}>{t("communities.home.nothingHelp")}</EmptyState>
      ) : (
        <>
          <h2 className="visually-hidden">{t("communities.home.list")}</h2>
          <EntryList>
            {open.map((matter) => (
              <MatterEntry
                key={`${matter.slug} ${matter.kind}`}
                matter={matter}
                place={placeOf(matter)}
                now={now}
              />
            ))}
          </EntryList>
        </>
      )}
      <Outcomes results={results} counted={counted} />
      {upcoming.length > 0 ? (
        <Section title={t("communities.home.upcoming")}>
          <UpcomingList matters={upcoming} />
        </Section>
      ) : null}
    </Page>
  );
}

type BudgetLineProps = { community: string; budget: { amount: number; day: Date } | null; now: Date };

function BudgetLine({ community, budget, now }: BudgetLineProps) {
  const t = useT();
  const format = useFormat();
  const year = format.year(budget?.day ?? now);
  if (!budget) return t("communities.home.year", { community, year });
  return t("communities.home.budget", { community, year, amount: format.money(budget.amount) });
}
