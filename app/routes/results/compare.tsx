import { data, type HeadersFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { findComparison } from "~/domain/results/compare-queries.server";
import { comparedLists } from "~/domain/results/compare-summary";
import { findPublishedResult } from "~/domain/results/result-queries.server";
import { localText } from "~/i18n/local-text";
import { useLocale, useT } from "~/i18n/use-translation";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageTitle } from "~/ui/page-title";
import { Section } from "~/ui/section";
import { CompareMeasures } from "./compare-measures";
import { CompareParts } from "./compare-parts";
import { CompareProjects } from "./compare-projects";

export const loader = allow("anyone", async ({ community, locale, params, t }) => {
  const slug = params["slug"] ?? "";
  const [result, comparison] = await Promise.all([
    findPublishedResult(community, slug),
    findComparison(community, slug),
  ]);
  if (!result || !comparison) throw new Response(null, { status: 404 });
  const { outcomes, waiting, failed } = comparison;
  const name = localText(community.name, locale).text;
  const round = localText(result.title, locale).text;
  const title = pageTitle(t, t("results.compare.page.title", { round }), name);
  const page = { title, result, lists: comparedLists(result.lists, outcomes), waiting, failed };
  // What is still being counted must not stay in a cache.
  if (waiting > 0) return data(page);
  return data(page, { headers: { "Cache-Control": "public, max-age=60, stale-while-revalidate=120" } });
});

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export default function Compare() {
  const { result, lists, waiting, failed } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const round = localText(result.title, locale);
  const base = `/${locale}/rounds/${result.slug}`;
  return (
    <Page
      wide
      title={t("results.compare.page.heading")}
      caption={<span lang={round.lang}>{round.text}</span>}
      lead={t("results.compare.page.lead")}
      breadcrumbs={[
        { href: `/${locale}/rounds`, label: t("results.page.rounds") },
        { href: base, label: round.text },
        { href: `${base}/results`, label: t("results.page.crumb") },
      ]}
    >
      {waiting > 0 ? <Waiting failed={failed} /> : null}
      {waiting === 0 && lists.length === 0 ? (
        <p className="measure">{t("results.compare.page.tooFew")}</p>
      ) : null}
      {lists.length > 0 ? (
        <>
          <CompareMeasures result={result} lists={lists} />
          <CompareProjects lists={lists} base={`${base}/results`} />
          <CompareParts lists={lists} currency={result.currency} />
          <Section title={t("results.compare.care.title")} id="care">
            <ul className="measure stack">
              <li>{t("results.compare.care.behaviour")}</li>
              <li>{t("results.compare.care.same")}</li>
            </ul>
            <p className="cluster">
              <a href={`/pb/${encodeURIComponent(result.slug)}/compare.csv`} download>
                {t("results.compare.page.csv")}
              </a>
              <a href={`/${locale}/recount`}>{t("results.compare.page.recount")}</a>
            </p>
          </Section>
        </>
      ) : null}
    </Page>
  );
}

function Waiting({ failed }: { failed: boolean }) {
  const t = useT();
  if (failed) return <Notice tone="warning" title={t("results.compare.page.failed")} />;
  return (
    <Notice title={t("results.compare.page.waiting")}>
      <p>{t("results.compare.page.waitingWhen")}</p>
    </Notice>
  );
}
