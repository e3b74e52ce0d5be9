import { data, type HeadersFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { readBallotAddress } from "~/domain/results/recount";
import { findPublishedCount, listBallotFiles } from "~/domain/results/recount-queries.server";
import { isRuleName } from "~/domain/tally/rules";
import { localText } from "~/i18n/local-text";
import { useLocale, useT } from "~/i18n/use-translation";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageTitle } from "~/ui/page-title";
import { Section } from "~/ui/section";
import { RecountFiles } from "./recount-files";
import { RecountForm } from "./recount-form";
import { RecountOutcome } from "./recount-outcome";

export const loader = allow("anyone", async ({ community, locale, t, url }) => {
  const address = url.searchParams.get("file");
  const place = readBallotAddress(address);
  const [files, count] = await Promise.all([
    listBallotFiles(community),
    place ? findPublishedCount(community, place) : null,
  ]);
  const asked = url.searchParams.get("rule") ?? "";
  const file = files.find(({ slug, list }) => slug === place?.slug && list === place.list);
  const title = pageTitle(t, t("results.recount.page.title"), localText(community.name, locale).text);
  return data(
    {
      title,
      files,
      published: file && count ? { file, count } : null,
      unknown: address !== null && !(file && count),
      rule: isRuleName(asked) ? asked : null,
    },
    { headers: { "Cache-Control": "public, max-age=60, stale-while-revalidate=120" } },
  );
});

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export default function Recount() {
  const { files, published, unknown, rule } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const name = published ? `${published.file.slug}-${published.file.list}.pb` : "FILE.pb";
  return (
    <Page
      wide
      title={t("results.recount.page.title")}
      lead={t("results.recount.page.lead")}
      breadcrumbs={[{ href: `/${locale}/rounds`, label: t("results.page.rounds") }]}
    >
      {unknown ? <Notice tone="warning" title={t("results.recount.page.unknownFile")} /> : null}
      <Section title={t("results.recount.page.here")} lead={t("results.recount.page.nothingLeaves")}>
        <noscript>
          <p className="measure">{t("results.recount.page.noScripts")}</p>
        </noscript>
        <RecountForm published={published} rule={rule}>
          <RecountOutcome />
        </RecountForm>
      </Section>
      <Section title={t("results.recount.files.title")} id="files" lead={t("results.recount.files.lead")}>
        <RecountFiles files={files} />
      </Section>
      <Section
        title={t("results.recount.command.title")}
        id="command"
        lead={t("results.recount.command.lead")}
      >
        <pre className="command">
          <code>{`npm run --silent openward -- count ${name} --rule ${published?.count.rule ?? "RULE"}`}</code>
        </pre>
        <p className="measure">{t("results.recount.command.rules")}</p>
      </Section>
      <Section title={t("results.recount.how.title")} id="how">
        <ul className="measure stack">
          <li>{t("results.recount.how.same")}</li>
          <li>{t("results.recount.how.equals")}</li>
          <li>{t("results.recount.how.cities")}</li>
          <li>{t("results.recount.how.limits")}</li>
        </ul>
      </Section>
    </Page>
  );
}
