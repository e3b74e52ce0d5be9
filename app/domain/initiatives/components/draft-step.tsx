import type { ReactNode } from "react";
import { useT } from "~/i18n/use-translation";
import { Button, ButtonRow } from "~/ui/button";
import type { FormError } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { Page } from "~/ui/page";
import { StepCount } from "~/ui/step-list";
import { DRAFT_STEPS, type DraftStep, stepBefore } from "../draft";

export type Frame = { base: string; version: number; fromCheck: boolean };

type Props = {
  frame: Frame;
  step: DraftStep;
  /** The question of the page. */
  title: string;
  lead?: ReactNode;
  errors: FormError[];
  /** Fields of the form that Continue sends. */
  children: ReactNode;
  /** Stands before the form, such as a search of its own. */
  before?: ReactNode;
  continueLabel?: string | undefined;
};

/** One step of a draft: Back, "step 3 of 8", one question, Continue, and the way to go on later. */
export function DraftStepPage({ frame, step, title, lead, errors, children, before, continueLabel }: Props) {
  const t = useT();
  const query = frame.fromCheck ? "?back=check" : "";
  return (
    <DraftPage frame={frame} step={step} title={title} lead={lead} errors={errors}>
      {before}
      <PostForm action={`${frame.base}/${step}${query}`}>
        <input type="hidden" name="version" value={frame.version} />
        {children}
        <ButtonRow>
          <Button>{continueLabel ?? t("common.actions.continue")}</Button>
          <LaterLink frame={frame} />
        </ButtonRow>
      </PostForm>
    </DraftPage>
  );
}

type DraftPageProps = Pick<Props, "frame" | "step" | "title" | "lead" | "errors" | "children">;

/** The same frame without a form of its own. */
export function DraftPage({ frame, step, title, lead, errors, children }: DraftPageProps) {
  const t = useT();
  const before = stepBefore(step);
  const back = frame.fromCheck ? `${frame.base}/check` : before ? `${frame.base}/${before}` : undefined;
  return (
    <Page
      title={title}
      lead={lead}
      caption={
        <>
          {t("initiatives.submit.caption")}
          {" · "}
          <StepCount step={DRAFT_STEPS.indexOf(step) + 1} steps={DRAFT_STEPS.length} />
        </>
      }
      back={back ? { href: back } : undefined}
      errors={errors}
    >
      {children}
    </Page>
  );
}

export function LaterLink({ frame }: { frame: Frame }) {
  const t = useT();
  return <a href={`${frame.base}/later`}>{t("initiatives.submit.later")}</a>;
}
