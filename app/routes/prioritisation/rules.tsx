import { data, type HeadersFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listDistricts } from "~/domain/communities/community-queries.server";
import { allow } from "~/domain/identity/allow.server";
import { AmendmentList } from "~/domain/prioritisation/components/amendment-list";
import { DrawInWords } from "~/domain/prioritisation/components/draw-in-words";
import { HowItIsCounted, WhoMayVote } from "~/domain/prioritisation/components/rules-in-words";
import { useSheetWords } from "~/domain/prioritisation/components/sheet-words";
import { findRound, listAmendments } from "~/domain/prioritisation/round-queries.server";
import { roundSheet } from "~/domain/prioritisation/round-sheet";
import { findDraw } from "~/domain/voting/draw-queries.server";
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
  const [districts, amendments, draw] = await Promise.all([
    listDistricts(community),
    listAmendments(community, round.id),
    round.rules.tieOrder === "draw" ? findDraw(community, round.id) : null,
  ]);
  const { slug, title, rules, criteria, lockedAt, rulesVersion } = round;
  return data(
    {
      round: { slug, title, rules, criteria, lockedAt, rulesVersion },
      sheet: [...roundSheet(round)].filter(([field]) =>
        /^(rules\.(?!drawSource)|stage|envelope)/.test(field),
      ),
      amendments,
      draw,
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
  const { round, sheet, amendments, draw, districts } = useLoaderData<typeof loader>();
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
      {round.rules.tieOrder === "draw" ? (
        <Section title={t("prioritisation.draw.title")} lead={t("prioritisation.draw.plain")} id="draw">
          <DrawInWords source={round.rules.drawSource ?? {}} draw={draw} />
        </Section>
      ) : null}
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
