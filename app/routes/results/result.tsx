import { data, type HeadersFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { outcomeTitle } from "~/domain/results/outcome-title";
import { readSorting, totalsOf } from "~/domain/results/published-result";
import { findAwaitedResult, findPublishedResult } from "~/domain/results/result-queries.server";
import { localText } from "~/i18n/local-text";
import { useLocale, useT } from "~/i18n/use-translation";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageTitle } from "~/ui/page-title";
import { Section } from "~/ui/section";
import { DataBlock } from "./data-block";
import { Limits } from "./limits";
import { Method } from "./method";
import { NotYet } from "./not-yet";
import { Figures, Lead, Status } from "./outcome";
import { Pictures } from "./pictures";
import { ProjectLists } from "./project-lists";
import { Repeat } from "./repeat";

export const loader = allow("anyone", async ({ community, locale, params, t, url, origin }) => {
  const slug = params["slug"] ?? "";
  const result = await findPublishedResult(community, slug);
  const name = localText(community.name, locale).text;
  if (!result) {
    const awaited = await findAwaitedResult(community, slug);
    if (!awaited) throw new Response(null, { status: 404 });
    const title = pageTitle(t, t("results.page.notYet"), name);
    return data({ kind: "awaited" as const, title, slug, awaited }, { status: 404 });
  }
  const title = pageTitle(t, t("results.page.title", { round: localText(result.title, locale).text }), name);
  const sorting = readSorting(url.searchParams.get("sort"));
  return data(
    { kind: "public" as const, title, slug, result, sorting, community: name, origin },
    { headers: { "Cache-Control": "public, max-age=60, stale-while-revalidate=120" } },
  );
});

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export default function ResultPage() {
  const page = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  if (page.kind === "awaited") return <NotYet slug={page.slug} awaited={page.awaited} />;
  const { result, sorting, slug, community, origin } = page;
  const totals = totalsOf(result.lists);
  const round = localText(result.title, locale);
  return (
    <Page
      wide
      title={outcomeTitle(t, totals)}
      caption={<span lang={round.lang}>{round.text}</span>}
      lead={<Lead result={result} totals={totals} />}
      status={<Status result={result} />}
      breadcrumbs={[
        { href: `/${locale}/rounds`, label: t("results.page.rounds") },
        { href: `/${locale}/rounds/${slug}`, label: round.text },
      ]}
    >
      <Figures result={result} totals={totals} />
      <Unopened count={result.lists[0]?.unopened ?? 0} />
      <Contents />
      <Section title={t("results.sections.projects")} id="projects">
        <ProjectLists result={result} sorting={sorting} />
      </Section>
      <Pictures result={result} community={community} />
      <Section title={t("results.sections.method")} id="method">
        <Method result={result} totals={totals} />
      </Section>
      <Section title={t("results.sections.repeat")} id="repeat" lead={t("results.repeat.lead")}>
        <Repeat result={result} />
      </Section>
      <Section title={t("results.sections.data")} id="data">
        <DataBlock result={result} community={community} address={`${origin}/pb/${slug}/results`} />
      </Section>
      <Section title={t("results.sections.limits")} id="limits">
        <Limits result={result} />
      </Section>
    </Page>
  );
}

/** A box that does not open is told, never dropped in silence (B-3). */
function Unopened({ count }: { count: number }) {
  const t = useT();
  return count > 0 ? <Notice tone="warning">{t("results.page.unopened", { count })}</Notice> : null;
}

const PARTS = ["projects", "pictures", "method", "repeat", "data", "limits"] as const;

function Contents() {
  const t = useT();
  return (
    <nav aria-label={t("results.page.contents")}>
      <ul className="sorts">
        {PARTS.map((part) => (
          <li key={part}>
            <a href={`#${part}`}>{t(`results.sections.${part}`)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
