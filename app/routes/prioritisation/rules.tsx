import { data, type HeadersFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listDistricts } from "~/domain/communities/community-queries.server";
import { allow } from "~/domain/identity/allow.server";
import { AmendmentList } from "~/domain/prioritisation/components/amendment-list";
import { HowItIsCounted, WhoMayVote } from "~/domain/prioritisation/components/rules-in-words";
import { useSheetWords } from "~/domain/prioritisation/components/sheet-words";
import { findRound, listAmendments } from "~/domain/prioritisation/round-queries.server";
import { roundSheet } from "~/domain/prioritisation/round-sheet";
import { localText } from "~/i18n/local-text";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Facts } from "~/ui/facts";
import { Localised } from "~/ui/localised";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";

export const loader = allow("anyone", async ({ community, params }) => {
  const round = await findRound(community, params["slug"] ?? "");
  if (!round || round.source) throw new Response(null, { status: 404 });
  const [districts, amendments] = await Promise.all([
    listDistricts(community),
    listAmendments(community, round.id),
  ]);
  const { slug, title, rules, criteria, lockedAt, rulesVersion } = round;
  return data(
    {
      round: { slug, title, rules, criteria, lockedAt, rulesVersion },
      sheet: [...roundSheet(round)].filter(([field]) => /^(rules|stage|envelope)\./.test(field)),
      amendments,
      districts: districts.map(({ id, name }) => ({ id, name })),
    },
    { headers: { "Cache-Control": "public, max-age=5" } },
  );
});

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta = pageMeta((t) => t("prioritisation.rules.title"));

export default function Rules() {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { round, sheet, amendments, districts } = useLoaderData<typeof loader>();
  const { slug, lockedAt, rulesVersion } = round;
  const words = useSheetWords(districts);
  const locked = lockedAt
    ? t("prioritisation.rules.lockedAt", { date: format.dateTimeZone(lockedAt) })
    : null;
  return (
    <Page
      title={t("prioritisation.rules.title")}
      caption={<Localised text={round.title} />}
      status={locked ?? t("prioritisation.round.notLocked")}
      breadcrumbs={[
        { href: `/${locale}/rounds`, label: t("prioritisation.rounds.title") },
        { href: `/${locale}/rounds/${slug}`, label: localText(round.title, locale).text },
      ]}
    >
      <Section title={t("prioritisation.who.title")}>
        <WhoMayVote rules={round.rules} />
      </Section>
      <Section title={t("prioritisation.counting.title")}>
        <HowItIsCounted rules={round.rules} />
      </Section>
      <Criteria />
      <Section
        title={t("prioritisation.rules.sheet")}
        lead={t("prioritisation.rules.version", { version: rulesVersion })}
      >
        <Facts
          items={sheet.map(([field, raw]) => ({ label: words.label(field), value: words.value(field, raw) }))}
        />
        <p>
          <a href={`/${locale}/rounds/${slug}/rules.json`} download={`${slug}-rules.json`}>
            {t("prioritisation.rules.download")}
          </a>
        </p>
      </Section>
      <AmendmentList amendments={amendments} districts={districts} />
    </Page>
  );
}

function Criteria() {
  const t = useT();
  const { round } = useLoaderData<typeof loader>();
  return (
    <Section title={t("prioritisation.rules.criteria")} lead={t("prioritisation.rules.criteriaLead")}>
      <ol>
        {round.criteria.map(({ number, question, rule }) => (
          <li key={number}>
            <p>
              <Localised text={question} />
            </p>
            <p className="quiet small">
              <Localised text={rule} />
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
