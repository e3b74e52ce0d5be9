import type { ReactNode } from "react";
import { useT } from "~/i18n/use-translation";
import { Button, ButtonRow } from "~/ui/button";
import type { FormError } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { Page } from "~/ui/page";
import { StepCount } from "~/ui/step-list";
import { DRAFT_STEPS, type DraftStep, stepBefore } from "../petition-draft";

export type Frame = { base: string; version: number; fromCheck: boolean };

type Props = {
  frame: Frame;
  step: DraftStep;
  lead?: ReactNode;
  errors: FormError[];
  /** Fields of the form that Continue sends. */
  children?: ReactNode;
  /** Stands before the form, such as a search of its own. */
  before?: ReactNode;
  continueLabel?: string | undefined;
};

/** One step of a draft: Back, "step 3 of 6", one question, Continue, and the way to go on later. */
export function PetitionStep({ frame, step, lead, errors, children, before, continueLabel }: Props) {
  const t = useT();
  const query = frame.fromCheck ? "?back=check" : "";
  const earlier = stepBefore(step);
  const back = frame.fromCheck ? `${frame.base}/check` : earlier && `${frame.base}/${earlier}`;
  return (
    <Page
      title={t(`filing.submit.step.${step}`)}
      lead={lead}
      caption={
        <>
          {t("filing.submit.caption")}
          {" · "}
          <StepCount step={DRAFT_STEPS.indexOf(step) + 1} steps={DRAFT_STEPS.length} />
        </>
      }
      back={back ? { href: back } : undefined}
      errors={errors}
    >
      {before}
      <PostForm action={`${frame.base}/${step}${query}`}>
        {step === "check" ? null : <input type="hidden" name="version" value={frame.version} />}
        {children}
        <ButtonRow>
          <Button>{continueLabel ?? t("common.actions.continue")}</Button>
          <a href={`${frame.base}/later`}>{t("filing.submit.later")}</a>
        </ButtonRow>
      </PostForm>
    </Page>
  );
}
