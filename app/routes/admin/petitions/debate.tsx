import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readWallTime } from "~/domain/communities/wall-time";
import { allow } from "~/domain/identity/allow.server";
import { DebateSection } from "~/domain/petitions/components/debate-section";
import { scheduleForm } from "~/domain/petitions/debate-form";
import { scheduleDebate } from "~/domain/petitions/schedule-debate.server";
import { useLocale, useT } from "~/i18n/use-translation";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { ButtonRow, LinkButton } from "~/ui/button";
import { Details } from "~/ui/details";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { useFormAnswers } from "~/ui/use-form-answers";
import { MailingProgress } from "./mailing-progress";
import { openDebate } from "./open-answered.server";
import { ScheduleFields } from "./schedule-fields";
import { SubjectCaption } from "./subject-caption";

export const meta = pageMeta((t) => t("answers.set.title"), { hidden: true });

export const loader = allow("clerk", async (asked) => (await openDebate(asked)).shown);

/** Sets the debate, or sets it anew; an earlier date stays in the history. */
export const action = allow("clerk", async (asked) => {
  const { community, viewer, form } = asked;
  const { petition, shown } = await openDebate(asked);
  const result = readForm(form, scheduleForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const { seen, when, ...rest } = result.data;
  const time = readWallTime(when, community.zone);
  if (!time) return formFailure([complaint("when", "answers.error.when")], result.values);
  const debate = { ...rest, petitionId: petition.id, scheduledFor: time.instant, seen: seen || null };
  const outcome = await scheduleDebate(community, viewer, debate);
  if (outcome.done) return redirect(`${shown.base}/debate`);
  const field = outcome.reason === "past" ? "when" : "form";
  return formFailure([complaint(field, `answers.refusal.${outcome.reason}`)], result.values, 409);
});

export default function Debate() {
  const t = useT();
  const locale = useLocale();
  const shown = useLoaderData<typeof loader>();
  const { errors, failed } = useFormAnswers();
  const { subject, debate, acts, newest } = shown;
  const fields = <ScheduleFields shown={shown} />;
  return (
    <Page
      title={t("answers.set.title")}
      caption={<SubjectCaption subject={subject} />}
      status={debate.state === "not_due" ? t("answers.set.notYet") : null}
      back={{ href: `/${locale}/admin/petition-answers` }}
      errors={errors}
    >
      <DebateSection debate={debate} debates={shown.debates} />
      <Acts />
      {acts.includes("schedule") ? (
        newest ? (
          <Details summary={t("answers.set.reschedule")} open={failed}>
            {fields}
          </Details>
        ) : (
          <Section title={t("answers.set.schedule")} lead={t("answers.set.scheduleLead")}>
            {fields}
          </Section>
        )
      ) : null}
      <MailingProgress mailings={shown.mailings} />
    </Page>
  );
}

function Acts() {
  const t = useT();
  const { acts, base, newest } = useLoaderData<typeof loader>();
  return (
    <ButtonRow>
      {acts.includes("hold") ? (
        <LinkButton href={`${base}/debate/held`}>{t("answers.set.hold")}</LinkButton>
      ) : null}
      {acts.includes("drop") ? (
        <LinkButton href={`${base}/debate/not-held`} variant="secondary">
          {t("answers.set.drop")}
        </LinkButton>
      ) : null}
      {newest?.isHeld ? (
        <LinkButton href={`${base}/debate/minutes`} variant="secondary">
          {t(newest.minutesAddress ? "answers.set.changeMinutes" : "answers.set.addMinutes")}
        </LinkButton>
      ) : null}
    </ButtonRow>
  );
}
