import type { ReactNode } from "react";
import type { LocalText } from "~/domain/communities/community";
import { ROUND_LIMITS } from "~/domain/prioritisation/round-form";
import { useLocale, useT } from "~/i18n/use-translation";
import { Button, ButtonRow } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Localised } from "~/ui/localised";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { TextArea } from "~/ui/text-area";
import { useFormAnswers } from "~/ui/use-form-answers";
import { useFormFailure } from "~/ui/use-form-failure";

type Frame = { slug: string; title: LocalText; version: number; locked: boolean };

/** A field of the step, for the merge view: its name, its label and what is stored now. */
export type StoredField = { name: string; label: string; stored: string };

type Props = {
  frame: Frame;
  /** Last part of the step's address. */
  step: string;
  title: string;
  lead?: ReactNode;
  stored: readonly StoredField[];
  /** Where Back and Save lead, after the address of the round. */
  back?: string;
  children: ReactNode;
};

/** One step of a round's set-up; once the rules are locked the same form makes a published amendment. */
export function StepPage({ frame, step, title, lead, stored, back = "", children }: Props) {
  const t = useT();
  const locale = useLocale();
  const { errors, error, text } = useFormAnswers();
  const base = `/${locale}/admin/rounds/${frame.slug}`;
  return (
    <Page
      title={title}
      caption={<Localised text={frame.title} label={false} />}
      lead={lead}
      back={{ href: `${base}${back}` }}
      errors={errors}
    >
      <MergeNotice stored={stored} />
      {frame.locked ? (
        <Notice tone="warning" title={t("prioritisation.step.lockedTitle")}>
          {t("prioritisation.step.locked")}
        </Notice>
      ) : null}
      <PostForm action={`${base}/${step}`}>
        <input type="hidden" name="version" value={frame.version} />
        {children}
        {frame.locked ? (
          <TextArea
            name="reason"
            label={t("prioritisation.step.reason")}
            hint={t("prioritisation.step.reasonHint")}
            rows={3}
            maxCharacters={ROUND_LIMITS.reason}
            defaultValue={text("reason")}
            error={error("reason")}
          />
        ) : null}
        <ButtonRow>
          <Button>{t(frame.locked ? "prioritisation.step.amend" : "common.actions.save")}</Button>
        </ButtonRow>
      </PostForm>
    </Page>
  );
}

/** Shown to the second of two administrators: what the first has saved, beside the own text that is still there. */
function MergeNotice({ stored }: { stored: readonly StoredField[] }) {
  const t = useT();
  const { errors, values } = useFormFailure();
  if (!errors.some(({ message }) => message === "prioritisation.refusal.changed_meanwhile")) return null;
  const different = stored.filter(({ name, stored: now }) => (values[name] ?? "") !== now);
  return (
    <Notice tone="warning" title={t("prioritisation.step.mergeTitle")}>
      <p>{t(different.length > 0 ? "prioritisation.step.merge" : "prioritisation.step.mergeElsewhere")}</p>
      <ul>
        {different.map(({ name, label, stored: now }) => (
          <li key={name}>
            {label}: {now === "" ? t("prioritisation.sheet.nothing") : now}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
