import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { stageOf } from "~/domain/prioritisation/calendar";
import { AmendmentList } from "~/domain/prioritisation/components/amendment-list";
import { RulesInShort } from "~/domain/prioritisation/components/rules-in-words";
import { RoundStatusSentence } from "~/domain/prioritisation/components/status-sentence";
import { listAmendments } from "~/domain/prioritisation/round-queries.server";
import { roundStatus, wholeBudget } from "~/domain/prioritisation/round-record";
import { SETUP_STEPS, type SetupStep, setupProblems } from "~/domain/prioritisation/round-setup";
import { findDraw } from "~/domain/voting/draw-queries.server";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { now } from "~/platform/clock.server";
import { ButtonRow, LinkButton } from "~/ui/button";
import { Facts } from "~/ui/facts";
import { Localised } from "~/ui/localised";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { Tag } from "~/ui/tag";
import { districtNames, frameOf, openRound } from "./open-round.server";

export const loader = allow("administrator", async (asked) => {
  const round = await openRound(asked);
  const instant = now();
  const drawn = round.rules.tieOrder === "draw" ? await findDraw(asked.community, round.id) : null;
  return {
    frame: frameOf(round),
    draw: drawn && { awaited: round.closedAt !== null && !drawn.revealed },
    status: roundStatus(round, instant),
    // A published round whose vote has begun is not incomplete for that.
    problems: round.publishedAt ? [] : setupProblems(round, asked.community.languages, instant),
    summary: {
      title: round.title,
      budget: wholeBudget(round.envelopes),
      lists: round.envelopes.length,
      voting: stageOf(round.stages, "voting") ?? null,
      rules: round.rules,
      criteria: round.criteria.length,
    },
    amendments: await listAmendments(asked.community, round.id),
    districts: await districtNames(asked),
  };
});

export const meta = pageMeta((t) => t("prioritisation.setup.rounds"), { hidden: true });

export default function SetupRound() {
  const t = useT();
  const locale = useLocale();
  const { frame, status, draw, problems, amendments, districts } = useLoaderData<typeof loader>();
  const base = `/${locale}/admin/rounds/${frame.slug}`;
  return (
    <Page
      title={<Localised text={frame.title} />}
      caption={t("prioritisation.setup.caption")}
      status={draw?.awaited ? t("prioritisation.draw.awaited") : <RoundStatusSentence status={status} />}
      back={{ href: `/${locale}/admin/rounds` }}
    >
      {frame.locked ? (
        <Notice title={t("prioritisation.setup.lockedNow")}>{t("prioritisation.step.locked")}</Notice>
      ) : null}
      <Draw base={base} />
      <Section title={t("prioritisation.setup.steps")}>
        <Facts
          items={SETUP_STEPS.map((step) => ({
            label: t(`prioritisation.setup.step.${step}`),
            value: <StepValue step={step} />,
            change: { href: `${base}/${step}` },
          }))}
        />
      </Section>
      <Publication base={base} slug={frame.slug} published={frame.published} ready={problems.length === 0} />
      {frame.locked ? <AmendmentList amendments={amendments} districts={districts} /> : null}
    </Page>
  );
}

/** The task that only a person can do: without the public value nothing is counted. */
function Draw({ base }: { base: string }) {
  const t = useT();
  const { draw } = useLoaderData<typeof loader>();
  if (!draw) return null;
  const link = (words: string) => <a href={`${base}/draw`}>{words}</a>;
  if (!draw.awaited) return <p>{link(t("prioritisation.draw.title"))}</p>;
  return (
    <Notice tone="warning" title={t("prioritisation.draw.admin.task")}>
      {link(t("prioritisation.draw.admin.enter"))}
    </Notice>
  );
}

/** What is decided in a step, or what is still missing there. */
function StepValue({ step }: { step: SetupStep }) {
  const t = useT();
  const format = useFormat();
  const { problems, summary } = useLoaderData<typeof loader>();
  const own = problems.filter((problem) => problem.step === step);
  if (own.length > 0) {
    return (
      <>
        <Tag tone="warning">{t("prioritisation.setup.toDo")}</Tag>
        <ul className="plain">
          {own.map(({ code }) => (
            <li key={code}>{t(`prioritisation.setup.problem.${code}`)}</li>
          ))}
        </ul>
      </>
    );
  }
  const { title, budget, lists, voting, rules, criteria } = summary;
  if (step === "text") return <Localised text={title} />;
  if (step === "envelopes") {
    const values = { amount: format.money(budget), lists: t("prioritisation.setup.areas", { count: lists }) };
    return t("prioritisation.setup.money", values);
  }
  if (step === "calendar" && voting) {
    const lastDay = new Date(voting.closesAt.getTime() - 1);
    return t("prioritisation.setup.votingDates", { dates: format.dateRange(voting.opensAt, lastDay) });
  }
  if (step === "criteria") return t("prioritisation.setup.questions", { count: criteria });
  return <RulesInShort rules={rules} />;
}

type PublicationProps = { base: string; slug: string; published: boolean; ready: boolean };

function Publication({ base, slug, published, ready }: PublicationProps) {
  const t = useT();
  const locale = useLocale();
  if (published) {
    return (
      <ButtonRow>
        <LinkButton href={`/${locale}/rounds/${slug}`} variant="secondary">
          {t("prioritisation.setup.publicPage")}
        </LinkButton>
        <a href={`/${locale}/rounds/${slug}/rules`}>{t("prioritisation.rules.title")}</a>
      </ButtonRow>
    );
  }
  if (!ready) return <p className="quiet">{t("prioritisation.setup.notReady")}</p>;
  return <LinkButton href={`${base}/publish`}>{t("prioritisation.setup.toPublish")}</LinkButton>;
}
