import { useActionData } from "@remix-run/react";
import type { AnswerContent } from "~/domain/petitions/answer-form";
import { AnswerText } from "~/domain/petitions/components/answer-text";
import type { ResponseStanding } from "~/domain/petitions/response";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Details } from "~/ui/details";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { PlainText } from "~/ui/prose";
import { Section } from "~/ui/section";
import { useFormAnswers } from "~/ui/use-form-answers";
import { AnswerFields } from "./answer-fields";
import { AnswerPreview, type Preview } from "./answer-preview";
import { MailingProgress } from "./mailing-progress";
import type { openAnswer } from "./open-answered.server";
import { SubjectCaption } from "./subject-caption";

export type ShownAnswer = Awaited<ReturnType<typeof openAnswer>>["shown"];

/** Three looks of one address: the form, what it would publish, and the published answer that may be corrected. */
export function AnswerPage({ shown }: { shown: ShownAnswer }) {
  const t = useT();
  const locale = useLocale();
  const { subject, base, newest } = shown;
  const { errors, failed, text } = useFormAnswers();
  const preview = useActionData<{ preview?: Preview }>()?.preview;
  const seen = text("version");
  const title = preview ? "checkTitle" : newest && failed ? "correctTitle" : "title";
  return (
    <Page
      title={t(`answers.write.${title}`)}
      caption={<SubjectCaption subject={subject} />}
      lead={preview ? t("answers.write.checkLead") : null}
      status={preview ? null : <Due response={shown.response} />}
      back={{ href: preview ? `${base}/answer` : `/${locale}/admin/petition-answers` }}
      errors={errors}
      notice={failed && newest && seen !== String(newest.version) ? <Meanwhile shown={shown} /> : null}
    >
      {preview ? (
        <AnswerPreview shown={shown} preview={preview} />
      ) : newest ? (
        <>
          <Published answer={newest} version={newest.version} />
          <MailingProgress mailings={shown.mailings} />
          <p>
            <a href={`/${locale}/petitions/${subject.number}#answer`}>{t("answers.write.publicPage")}</a>
          </p>
          <Details summary={t("answers.write.correctTitle")} open={failed}>
            <p>{t("answers.write.correctLead")}</p>
            <AnswerFields shown={shown} />
          </Details>
        </>
      ) : (
        <>
          <Demand shown={shown} />
          <AnswerFields shown={shown} />
        </>
      )}
    </Page>
  );
}

function Due({ response }: { response: ResponseStanding }) {
  const t = useT();
  const format = useFormat();
  if (response.state === "not_due") return <>{t("answers.write.notYet")}</>;
  if (response.state === "answered")
    return <>{t("answers.box.answered", { date: format.date(response.at) })}</>;
  const date = format.deadlineZone(response.dueAt);
  return <>{t(response.overdue ? "answers.box.overdue" : "answers.box.due", { date })}</>;
}

function Meanwhile({ shown: { newest, maker } }: { shown: ShownAnswer }) {
  const t = useT();
  if (!newest) return null;
  const name = maker ?? t("answers.write.somebody");
  return (
    <Notice tone="warning" title={t("answers.write.mergeTitle", { name, version: newest.version })}>
      {t("answers.write.merge")}
    </Notice>
  );
}

function Published({ answer, version }: { answer: AnswerContent; version: number }) {
  const t = useT();
  return (
    <Section title={t("answers.write.present", { version })}>
      <AnswerText answer={answer} />
    </Section>
  );
}

/** So that the answer meets what was asked. */
function Demand({ shown: { subject } }: { shown: ShownAnswer }) {
  const t = useT();
  const locale = useLocale();
  if (!subject.demand) return null;
  return (
    <Details summary={t("answers.write.demand")}>
      <PlainText text={subject.demand} lang={subject.language === locale ? undefined : subject.language} />
    </Details>
  );
}
