import { data } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { TextChange } from "~/domain/initiatives/components/text-change";
import { initiativeNumber } from "~/domain/initiatives/initiative";
import { findInitiative, listVersions } from "~/domain/initiatives/initiative-queries.server";
import { versionChanges } from "~/domain/initiatives/version-changes";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";

type Shown = { number: number };

export const meta = pageMeta<Shown>((t, shown) =>
  t("initiatives.versions.title", { number: shown?.number ?? "" }),
);

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

export const loader = allow("anyone", async ({ community, params }) => {
  const number = initiativeNumber(params.number);
  const found = number === null ? null : await findInitiative(community, number);
  if (!found || found.textHidden) throw new Response(null, { status: 404 });
  const versions = versionChanges(await listVersions(community, found.id));
  const shown = { number: found.number, title: found.title, language: found.language, versions };
  return data(shown, { headers: { "Cache-Control": "public, max-age=5" } });
});

export default function Versions() {
  const { number, title, language, versions } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const sum = (cost: number | null) => (cost === null ? t("initiatives.cost.unknown") : format.money(cost));
  return (
    <Page
      title={t("initiatives.versions.title", { number })}
      lead={<span lang={language}>{title}</span>}
      breadcrumbs={[
        { href: `/${locale}/initiatives`, label: t("initiatives.list.title") },
        { href: `/${locale}/initiatives/${number}`, label: t("initiatives.number", { number }) },
      ]}
    >
      <p>{t("initiatives.versions.lead")}</p>
      {versions.map(({ version, createdAt, changeNote, texts, cost, language: lang }) => (
        <Section
          key={version}
          title={t("initiatives.versions.heading", { version, date: format.dateTime(createdAt) })}
          id={`v${version}`}
        >
          {changeNote ? <p lang={lang}>{changeNote}</p> : null}
          {texts.map(({ field, pieces }) => (
            <div key={field}>
              <h3>{t(`initiatives.field.${field}`)}</h3>
              <TextChange pieces={pieces} lang={lang} />
            </div>
          ))}
          {cost ? (
            <p>
              {t("initiatives.field.cost")}:{" "}
              {cost.before === undefined ? null : <del>{sum(cost.before)}</del>} <ins>{sum(cost.after)}</ins>
            </p>
          ) : null}
        </Section>
      ))}
    </Page>
  );
}
