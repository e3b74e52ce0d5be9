import { data } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ComponentProps } from "react";
import type { District } from "~/domain/communities/community";
import { listDistricts } from "~/domain/communities/community-queries.server";
import { DistrictMap } from "~/domain/communities/components/district-map";
import { type DrawnDistrict, listDrawnDistricts } from "~/domain/communities/district-queries.server";
import { allow } from "~/domain/identity/allow.server";
import { FilterForm } from "~/domain/initiatives/components/filter-form";
import { InitiativeEntry } from "~/domain/initiatives/components/initiative-entry";
import { filterSearch, isFiltered, readFilter, SORTS } from "~/domain/initiatives/initiative-filter";
import { listInitiativePoints, listInitiatives } from "~/domain/initiatives/initiative-list-queries.server";
import { listSubmissionRounds } from "~/domain/initiatives/submission-queries.server";
import { useLocale, useT } from "~/i18n/use-translation";
import { readPage } from "~/shared/paging";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { EntryList } from "~/ui/entry-list";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Pagination } from "~/ui/pagination";
import { Section } from "~/ui/section";
import { SortLinks } from "~/ui/sort-links";
import { Tabs } from "~/ui/tabs";

export const meta = pageMeta((t) => t("initiatives.list.title"));

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

export const loader = allow("anyone", async ({ community, url }) => {
  const filter = readFilter(url.searchParams);
  const onMap = url.searchParams.get("view") === "map";
  const [rounds, districts, list, points] = await Promise.all([
    listSubmissionRounds(community),
    onMap ? listDrawnDistricts(community) : listDistricts(community).then(undrawn),
    listInitiatives(community, filter, readPage(url.searchParams)),
    onMap ? listInitiativePoints(community, filter) : [],
  ]);
  const open = rounds.some(({ status }) => status === "open");
  const named = districts.map(({ code, name, outline }) => ({ code, name, outline }));
  const shown = { filter, onMap, open, districts: named, list, points };
  return data(shown, { headers: { "Cache-Control": "public, max-age=5" } });
});

function undrawn(districts: readonly District[]): DrawnDistrict[] {
  return districts.map((district) => ({ ...district, outline: null }));
}

export default function InitiativeList() {
  const { filter, onMap, open, districts, list, points } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const base = `/${locale}/initiatives`;
  const view = onMap ? "map" : "";
  const sorts = SORTS.filter((sort) => sort !== "best" || filter.words !== "");
  const address = (change: Parameters<typeof filterSearch>[1] = {}) =>
    base + filterSearch(filter, { view, ...change });
  return (
    <Page title={t("initiatives.list.title")} lead={t("initiatives.list.lead")} wide>
      {open ? <LinkButton href={`${base}/new`}>{t("initiatives.start.title")}</LinkButton> : null}
      <FilterForm action={base} filter={filter} districts={districts} view={view} />
      <Tabs
        label={t("initiatives.list.views")}
        items={[
          { href: address({ view: "" }), label: t("initiatives.list.asList"), current: !onMap },
          { href: address({ view: "map" }), label: t("initiatives.list.asMap"), current: onMap },
        ]}
      />
      {onMap ? <PointMap districts={districts} points={points} current={filter.district} /> : null}
      <Section
        id="initiatives"
        title={t("initiatives.list.count", { count: list.total })}
        action={isFiltered(filter) ? { href: base, label: t("initiatives.list.clear") } : undefined}
      >
        <SortLinks
          items={sorts.map((sort) => ({
            href: address({ sort }),
            label: t(`initiatives.sort.${sort}`),
            current: sort === filter.sort,
          }))}
        />
        <Results rows={list.rows} filtered={isFiltered(filter)} />
      </Section>
      <Pagination page={list.page} pages={list.pages} href={(page) => address({ page })} />
    </Page>
  );
}

type Shown = Awaited<ReturnType<typeof listInitiatives>>["rows"];

function Results({ rows, filtered }: { rows: Shown; filtered: boolean }) {
  const t = useT();
  if (rows.length === 0) {
    return (
      <EmptyState title={t(filtered ? "initiatives.list.nothing" : "initiatives.list.empty")}>
        {t(filtered ? "initiatives.list.nothingAdvice" : "initiatives.list.emptyAdvice")}
      </EmptyState>
    );
  }
  return (
    <EntryList>
      {rows.map((row) => (
        <InitiativeEntry key={row.id} row={row} />
      ))}
    </EntryList>
  );
}

type MapProps = {
  districts: ComponentProps<typeof DistrictMap>["districts"];
  points: Awaited<ReturnType<typeof listInitiativePoints>>;
  current: string;
};

/** The list below is its twin: every mark is a row there. */
function PointMap({ districts, points, current }: MapProps) {
  const t = useT();
  const locale = useLocale();
  const marks = points.map(({ number, title, latitude, longitude }) => ({
    label: `${t("initiatives.number", { number })}. ${title}`,
    href: `/${locale}/initiatives/${number}`,
    latitude,
    longitude,
  }));
  return (
    <DistrictMap
      districts={districts}
      label={t("initiatives.list.mapLabel")}
      marks={marks}
      current={current || undefined}
      after="initiatives"
    />
  );
}
