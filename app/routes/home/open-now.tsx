import { data, type HeadersFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PlaceFinder } from "~/domain/communities/components/place-finder";
import { findExamplePlace } from "~/domain/communities/place-queries.server";
import { allow } from "~/domain/identity/allow.server";
import { listOpenPetitions } from "~/domain/petitions/petition-list-queries.server";
import { stageOf } from "~/domain/prioritisation/calendar";
import { openMatters, upcomingMatters } from "~/domain/prioritisation/open-matters";
import { listRounds } from "~/domain/prioritisation/round-queries.server";
import { wholeBudget } from "~/domain/prioritisation/round-record";
import { listPublishedResults } from "~/domain/results/published-result-queries.server";
import { localText } from "~/i18n/local-text";
import { useFormat, useT } from "~/i18n/use-translation";
import { now } from "~/platform/clock.server";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { OpenList } from "./open-list";
import { Outcomes } from "./outcomes";
import { UpcomingList } from "./upcoming-list";

const SHOWN_RESULTS = 3;
/** The soonest to close; the list of petitions has them all. */
const SHOWN_PETITIONS = 4;

export const loader = allow("anyone", async ({ community, locale }) => {
  const instant = now();
  const [rounds, petitions, results, example] = await Promise.all([
    listRounds(community),
    listOpenPetitions(community, SHOWN_PETITIONS),
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
      petitions,
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
  const { community, now, open, petitions, upcoming, results, counted, budget, example } =
    useLoaderData<typeof loader>();
  return (
    <Page
      title={t("communities.home.title")}
      lead={<BudgetLine community={community} budget={budget} now={now} />}
    >
      <PlaceFinder example={example} />
      {open.length + petitions.length === 0 ? (
        <EmptyState title={t("communities.home.nothing")}>{t("communities.home.nothingHelp")}</EmptyState>
      ) : (
        <OpenList open={open} petitions={petitions} now={now} />
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
