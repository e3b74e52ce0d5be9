import { data, type HeadersFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listDistricts } from "~/domain/communities/community-queries.server";
import { allow } from "~/domain/identity/allow.server";
import { DrawInWords } from "~/domain/prioritisation/components/draw-in-words";
import { HowItIsCounted, WhoMayVote } from "~/domain/prioritisation/components/rules-in-words";
import { StageList } from "~/domain/prioritisation/components/stage-list";
import { RoundStatusSentence } from "~/domain/prioritisation/components/status-sentence";
import { findRound, listProjects } from "~/domain/prioritisation/round-queries.server";
import { roundStatus } from "~/domain/prioritisation/round-record";
import { findDraw } from "~/domain/voting/draw-queries.server";
import { localText } from "~/i18n/local-text";
import { useLocale, useT } from "~/i18n/use-translation";
import { now } from "~/platform/clock.server";
import { ButtonRow, LinkButton } from "~/ui/button";
import { Localised } from "~/ui/localised";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { EnvelopeTable, ProjectTable } from "./round-tables";

export const loader = allow("anyone", async ({ community, locale, params }) => {
  const round = await findRound(community, params["slug"] ?? "");
  if (!round) throw new Response(null, { status: 404 });
  const drawn = round.rules.tieOrder === "draw" && !round.source;
  const [districts, projects, draw] = await Promise.all([
    listDistricts(community),
    listProjects(community, round.id),
    drawn ? findDraw(community, round.id) : null,
  ]);
  const instant = now();
  const { slug, title, summary, rules, stages, envelopes, source, lockedAt } = round;
  return data(
    {
      title: localText(title, locale).text,
      round: { slug, title, summary, rules, stages, envelopes, source, lockedAt },
      status: roundStatus(round, instant),
      districts: districts.map(({ id, code, name }) => ({ id, code, name })),
      projects,
      drawn,
      draw,
      now: instant,
    },
    { headers: { "Cache-Control": "public, max-age=5" } },
  );
});

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta = pageMeta<{ title: string }>((t, page) => page?.title ?? t("prioritisation.rounds.title"));

export default function Round() {
  const t = useT();
  const locale = useLocale();
  const { round, status, draw, districts, projects, now: instant } = useLoaderData<typeof loader>();
  const base = `/${locale}/rounds/${round.slug}`;
  const waits = status.code === "counting" && draw !== null && !draw.revealed;
  return (
    <Page
      title={<Localised text={round.title} />}
      lead={<Localised text={round.summary} />}
      status={waits ? t("prioritisation.draw.awaited") : <RoundStatusSentence status={status} />}
      breadcrumbs={[{ href: `/${locale}/rounds`, label: t("prioritisation.rounds.title") }]}
    >
      <NextStep base={base} slug={round.slug} code={status.code} />
      {round.stages.length > 0 ? (
        <Section title={t("prioritisation.round.calendar")}>
          <StageList stages={round.stages} now={instant} />
        </Section>
      ) : null}
      <Section title={t("prioritisation.round.money")}>
        <EnvelopeTable envelopes={round.envelopes} districts={districts} />
      </Section>
      {round.source ? <Imported citation={round.source.citation} /> : <Rules base={base} />}
      <Section title={t("prioritisation.round.projects")} id="projects">
        <ProjectTable envelopes={round.envelopes} districts={districts} projects={projects} />
      </Section>
    </Page>
  );
}

type Code = ReturnType<typeof useLoaderData<typeof loader>>["status"]["code"];

/** The one thing to do now, and what else there is to read. */
function NextStep({ base, slug, code }: { base: string; slug: string; code: Code }) {
  const t = useT();
  const locale = useLocale();
  const hasResult = code === "objections" || code === "finished";
  return (
    <ButtonRow>
      {code === "submission" ? (
        <LinkButton href={`/${locale}/initiatives/new?round=${slug}`}>
          {t("prioritisation.round.submit")}
        </LinkButton>
      ) : null}
      {code === "voting" ? (
        <LinkButton href={`${base}/ballot`}>{t("prioritisation.round.vote")}</LinkButton>
      ) : null}
      {hasResult ? (
        <LinkButton href={`${base}/results`}>{t("prioritisation.round.result")}</LinkButton>
      ) : null}
      <a href={`/${locale}/initiatives?round=${slug}`}>{t("prioritisation.round.initiatives")}</a>
      {code === "voting" || code === "counting" || hasResult ? (
        <a href={`${base}/receipt`}>{t("prioritisation.round.receipt")}</a>
      ) : null}
    </ButtonRow>
  );
}

function Rules({ base }: { base: string }) {
  const t = useT();
  const { round, drawn, draw } = useLoaderData<typeof loader>();
  const all = { href: `${base}/rules`, label: t("prioritisation.round.allRules") };
  return (
    <>
      <Section title={t("prioritisation.who.title")} action={all}>
        <WhoMayVote rules={round.rules} />
      </Section>
      <Section title={t("prioritisation.counting.title")}>
        <HowItIsCounted rules={round.rules} />
        <p className="quiet">
          {t(round.lockedAt ? "prioritisation.round.locked" : "prioritisation.round.notLocked")}
        </p>
      </Section>
      {drawn ? (
        <Section title={t("prioritisation.draw.title")} lead={t("prioritisation.draw.plain")} id="draw">
          <DrawInWords source={round.rules.drawSource ?? {}} draw={draw} />
        </Section>
      ) : null}
    </>
  );
}

function Imported({ citation }: { citation: string }) {
  const t = useT();
  return (
    <Section title={t("prioritisation.round.source")} quiet>
      <p>{t("prioritisation.round.imported")}</p>
      <p className="small">{citation}</p>
    </Section>
  );
}
