import type { ReactNode } from "react";
import { useFormat, useT } from "~/i18n/use-translation";
import { Button, ButtonRow } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { useFormAnswers } from "~/ui/use-form-answers";
import type { openDebate } from "./open-answered.server";
import { SubjectCaption } from "./subject-caption";

type Props = {
  shown: Awaited<ReturnType<typeof openDebate>>["shown"];
  /** Last part of the address. */
  path: "held" | "not-held" | "minutes";
  title: string;
  lead: string;
  button: string;
  possible: boolean;
  children: ReactNode;
};

/** One fact about the debate that is set, asked on a page of its own. */
export function DebateEndPage({ shown, path, title, lead, button, possible, children }: Props) {
  const t = useT();
  const format = useFormat();
  const { errors } = useFormAnswers();
  const { subject, base, newest, debates } = shown;
  const on = debates[0]?.scheduledFor;
  return (
    <Page
      title={title}
      caption={<SubjectCaption subject={subject} />}
      lead={lead}
      status={on ? `${t("answers.debate.when")}: ${format.dateTimeZone(on)}` : null}
      back={{ href: `${base}/debate` }}
      errors={errors}
    >
      {possible && newest ? (
        <PostForm action={`${base}/debate/${path}`}>
          <input type="hidden" name="seen" value={newest.id} />
          {children}
          <ButtonRow>
            <Button>{button}</Button>
          </ButtonRow>
        </PostForm>
      ) : (
        <Notice title={t("answers.set.notPossible")}>{null}</Notice>
      )}
    </Page>
  );
}
