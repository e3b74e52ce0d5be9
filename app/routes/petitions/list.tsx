import { data, type HeadersFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listDistricts } from "~/domain/communities/community-queries.server";
import { allow } from "~/domain/identity/allow.server";
import { PetitionEntry } from "~/domain/petitions/components/petition-entry";
import { PetitionTags } from "~/domain/petitions/components/petition-tags";
import {
  isNarrowed,
  petitionSearch,
  readPetitionFilter,
  STANDINGS,
  sortsOf,
} from "~/domain/petitions/petition-filter";
import { listPetitions } from "~/domain/petitions/petition-list-queries.server";
import { useLocale, useT } from "~/i18n/use-translation";
import { now } from "~/platform/clock.server";
import { readPage } from "~/shared/paging";
import { ButtonRow, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { EntryList } from "~/ui/entry-list";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Pagination } from "~/ui/pagination";
import { Section } from "~/ui/section";
import { SortLinks } from "~/ui/sort-links";
import { Tabs } from "~/ui/tabs";
import { ListFiles } from "./list-files";
import { PetitionFilters } from "./petition-filters";

export const meta = pageMeta((t) => t("petitions.list.title"));

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const loader = allow("anyone", async ({ community, url }) => {
  const filter = readPetitionFilter(url.searchParams);
  const [districts, list] = await Promise.all([
    listDistricts(community),
    listPetitions(community, filter, readPage(url.searchParams)),
  ]);
  const named = districts.map(({ code, name }) => ({ code, name }));
  return data(
    { filter, districts: named, list, now: now() },
    { headers: { "Cache-Control": "public, max-age=5" } },
  );
});

export default function PetitionList() {
  const { filter, districts, list } = useLoaderData<typeof loader>();
  const t = useT();
  const base = `/${useLocale()}/petitions`;
  const address = (change: Parameters<typeof petitionSearch>[1] = {}) =>
    base + petitionSearch(filter, change);
  return (
    <Page title={t("petitions.list.title")} lead={t("petitions.list.lead")} wide>
      <ButtonRow>
        <LinkButton href={`${base}/new`}>{t("petitions.list.start")}</LinkButton>
        <a href={`${base}/rules`}>{t("petitions.list.rules")}</a>
        <a href={`${base}/answers`}>{t("petitions.list.answers")}</a>
      </ButtonRow>
      <PetitionFilters action={base} filter={filter} districts={districts} />
      <Tabs
        label={t("petitions.list.standings")}
        items={STANDINGS.map((standing) => ({
          href: address({ standing }),
          label: t(`petitions.list.standing.${standing}`),
          count: list.totals[standing],
          current: standing === filter.standing,
        }))}
      />
      <Section
        id="petitions"
        title={t("petitions.list.count", { count: list.total })}
        action={isNarrowed(filter) ? { href: base, label: t("petitions.list.clear") } : undefined}
      >
        {list.total > 1 ? (
          <SortLinks
            items={sortsOf(filter.standing, filter.words).map((sort) => ({
              href: address({ sort }),
              label: t(`petitions.list.sort.${sort}`),
              current: sort === filter.sort,
            }))}
          />
        ) : null}
        <Results />
      </Section>
      <Pagination page={list.page} pages={list.pages} href={(page) => address({ page })} />
      <ListFiles filter={filter} />
    </Page>
  );
}

function Results() {
  const { list, now } = useLoaderData<typeof loader>();
  if (list.rows.length === 0) return <Nothing />;
  return (
    <EntryList>
      {list.rows.map((row) => (
        <PetitionEntry
          key={row.number}
          row={row}
          now={now}
          tag={<PetitionTags state={row.state} hasReached={row.hasReached} isAnswered={row.isAnswered} />}
        />
      ))}
    </EntryList>
  );
}

/** Why there is nothing, and what one can do. */
function Nothing() {
  const { filter } = useLoaderData<typeof loader>();
  const t = useT();
  const base = `/${useLocale()}/petitions`;
  const { standing } = filter;
  if (isNarrowed(filter)) {
    const everywhere = {
      href: base + petitionSearch(filter, { standing: "all", district: "" }),
      label: t("petitions.list.everywhere"),
    };
    const isWidest = standing === "all" && filter.district === "";
    return (
      <EmptyState title={t("petitions.list.nothing")} action={isWidest ? undefined : everywhere}>
        {t("petitions.list.nothingAdvice")}
      </EmptyState>
    );
  }
  const start = { href: `${base}/new`, label: t("petitions.list.start") };
  return (
    <EmptyState title={t(`petitions.list.empty.${standing}`)} action={start}>
      {t("petitions.list.emptyAdvice")}
    </EmptyState>
  );
}
