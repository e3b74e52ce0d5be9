import { data, type HeadersFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { OutcomeMark } from "~/domain/results/components/outcome-mark";
import { ProjectTitle } from "~/domain/results/components/project-title";
import { useReason } from "~/domain/results/components/use-reason";
import { findPublishedResult } from "~/domain/results/result-queries.server";
import { localText } from "~/i18n/local-text";
import { useLocale, useT } from "~/i18n/use-translation";
import { Page } from "~/ui/page";
import { pageTitle } from "~/ui/page-title";
import { Section } from "~/ui/section";
import { ProjectFacts } from "./project-facts";
import { ProjectMissing } from "./project-missing";
import { ProjectRounds } from "./project-rounds";

export const loader = allow("anyone", async ({ community, locale, params, t, url }) => {
  const { slug = "", code = "" } = params;
  const result = await findPublishedResult(community, slug);
  const key = url.searchParams.get("list");
  const list = result?.lists.find(
    (each) => (!key || each.key === key) && each.projects.some((project) => project.code === code),
  );
  const project = list?.projects.find((each) => each.code === code);
  if (!result || !list || !project) throw new Response(null, { status: 404 });
  const name = localText(community.name, locale).text;
  const { lists: _, ...round } = result;
  return data(
    {
      title: pageTitle(t, t("results.project.title", { project: project.title }), name),
      slug,
      round,
      list,
      project,
    },
    { headers: { "Cache-Control": "public, max-age=60, stale-while-revalidate=120" } },
  );
});

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export default function ProjectResult() {
  const { slug, round, list, project } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const reason = useReason(round.currency);
  const back = `/${locale}/rounds/${slug}/results`;
  const title = localText(round.title, locale);
  return (
    <Page
      wide
      title={<ProjectTitle project={project} />}
      caption={t("results.project.caption", { code: project.code, round: title.text })}
      status={
        <>
          <OutcomeMark funded={project.funded} />. {reason(project)}
        </>
      }
      breadcrumbs={[
        { href: `/${locale}/rounds`, label: t("results.page.rounds") },
        { href: `/${locale}/rounds/${slug}`, label: title.text },
        { href: back, label: t("results.page.crumb") },
      ]}
    >
      <Section title={t("results.project.facts")}>
        <ProjectFacts list={list} project={project} currency={round.currency} />
      </Section>
      <ProjectMissing list={list} project={project} currency={round.currency} />
      <ProjectRounds list={list} project={project} currency={round.currency} base={back} />
      <p>
        <a href={back}>{t("results.project.back")}</a>
      </p>
    </Page>
  );
}
