import { useActionData } from "@remix-run/react";
import type { ModerationStep } from "~/domain/petitions/moderation";
import type { PetitionState, PetitionStep } from "~/domain/petitions/petition";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { PlainText } from "~/ui/prose";
import { useFormAnswers } from "~/ui/use-form-answers";
import { DecisionFields } from "./decision-fields";
import { type Letter, LetterPreview } from "./letter-preview";

type Shown = {
  step: ModerationStep;
  number: number;
  title: string;
  language: string;
  state: PetitionState;
  dueAt: Date | null;
  possible: boolean;
  heldBy: { name: string; until: Date } | null;
  last: { step: PetitionStep; by: string | null; at: Date; note: string } | null;
};

/** One step in two looks: the form, then the author's letter with the button that sends it. */
export function DecisionPage({ shown }: { shown: Shown }) {
  const t = useT();
  const locale = useLocale();
  const { step, number, title, language, possible, dueAt } = shown;
  const { errors } = useFormAnswers();
  const letter = useActionData<{ letter?: Letter }>()?.letter;
  const base = `/${locale}/admin/petitions/${number}`;
  return (
    <Page
      title={t(letter ? "moderation.decision.preview" : `moderation.step.${step}.title`)}
      caption={
        <>
          {t("moderation.petition.caption", { number })}:{" "}
          <span lang={language === locale ? undefined : language}>{title}</span>
        </>
      }
      lead={
        possible ? t(letter ? "moderation.decision.previewLead" : `moderation.step.${step}.lead`) : undefined
      }
      back={{ href: letter ? `${base}/decisions/${step}` : base }}
      errors={errors}
      notice={<WhatHappened shown={shown} />}
    >
      {possible && letter ? <LetterPreview base={base} step={step} letter={letter} dueAt={dueAt} /> : null}
      {possible && !letter ? <DecisionFields base={base} step={step} dueAt={dueAt} /> : null}
    </Page>
  );
}

/** For whoever comes second: the step that was taken meanwhile, or who has the petition open. */
function WhatHappened({ shown: { possible, heldBy, last, state } }: { shown: Shown }) {
  const t = useT();
  const format = useFormat();
  if (possible && heldBy) {
    const time = format.time(heldBy.until);
    return (
      <Notice tone="warning" title={t("moderation.desk.heldBy", { name: heldBy.name, time })}>
        {t("moderation.decision.heldHint")}
      </Notice>
    );
  }
  if (possible) return null;
  return (
    <Notice tone="warning" title={t("moderation.decision.notPossible")}>
      <p>{t("moderation.decision.stateNow", { state: t(`petitions.state.${state}`) })}</p>
      {last ? (
        <p>
          {t("moderation.decision.lastStep", {
            step: t(`petitions.step.${last.step}`),
            date: format.dateTimeZone(last.at),
          })}
          {last.by ? ` · ${last.by}` : null}
        </p>
      ) : null}
      {last?.note ? <PlainText text={last.note} /> : null}
    </Notice>
  );
}
