import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { AmendmentList } from "~/domain/prioritisation/components/amendment-list";
import { RoundStatusSentence } from "~/domain/prioritisation/components/status-sentence";
import { listAmendments } from "~/domain/prioritisation/round-queries.server";
import { roundStatus } from "~/domain/prioritisation/round-record";
import { SETUP_STEPS, setupProblems } from "~/domain/prioritisation/round-setup";
import { useLocale, useT } from "~/i18n/use-translation";
import { now } from "~/platform/clock.server";
import { ButtonRow, LinkButton } from "~/ui/button";
import { Entry, EntryList } from "~/ui/entry-list";
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
  return {
    frame: frameOf(round),
    status: roundStatus(round, instant),
    // A published round whose vote has begun is not incomplete for that.
    problems: round.publishedAt ? [] : setupProblems(round, asked.community.languages, instant),
    amendments: await listAmendments(asked.community, round.id),
    districts: await districtNames(asked),
  };
});

export const meta = pageMeta((t) => t("prioritisation.setup.rounds"), { hidden: true });

export default function SetupRound() {
  const t = useT();
  const locale = useLocale();
  const { frame, status, problems, amendments, districts } = useLoaderData<typeof loader>();
  const base = `/${locale}/admin/rounds/${frame.slug}`;
  return (
    <Page
      title={<Localised text={frame.title} />}
      caption={t("prioritisation.setup.caption")}
      status={<RoundStatusSentence status={status} />}
      back={{ href: `/${locale}/admin/rounds` }}
    >
      {frame.locked ? <Notice title={t("prioritisation.setup.lockedNow")}>{t("prioritisation.step.locked")}</Notice> : null}
      <Section title={t("prioritisation.setup.steps")}>
        <EntryList>
          {SETUP_STEPS.map((step) => {
            const own = problems.filter((problem) => problem.step === step);
            return (
              <Entry
                key={step}
                title={t(`prioritisation.setup.step.${step}`)}
                href={`${base}/${step}`}
                tag={
                  <Tag tone={own.length > 0 ? "warning" : "success"}>
                    {t(own.length > 0 ? "prioritisation.setup.toDo" : "prioritisation.setup.ready")}
                  </Tag>
                }
              >
                <ul className="plain">
                  {own.map(({ code }) => (
                    <li key={code}>{t(`prioritisation.setup.problem.${code}`)}</li>
                  ))}
                </ul>
              </Entry>
            );
          })}
        </EntryList>
      </Section>
      <Publication base={base} slug={frame.slug} published={frame.published} ready={problems.length === 0} />
      {frame.locked ? <AmendmentList amendments={amendments} districts={districts} /> : null}
    </Page>
  );
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
