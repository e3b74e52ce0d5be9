import { useT } from "~/i18n/use-translation";
import { Button, ButtonRow } from "~/ui/button";
import { Details } from "~/ui/details";
import { TextField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { Section } from "~/ui/section";
import type { FormAnswers } from "~/ui/use-form-answers";

type Props = {
  email: string;
  action: string;
  /** Of the form that corrects the address; null once it is too late for that. */
  answers: FormAnswers | null;
};

/** Where the links have gone, and what to do when the address was wrong. */
export function FiledMailbox({ email, action, answers }: Props) {
  const t = useT();
  return (
    <Section title={t("filing.filed.mailTitle")}>
      <p>{t("filing.filed.mailed", { email })}</p>
      <p>{t("filing.filed.mailWhy")}</p>
      {answers ? (
        <Details summary={t("filing.filed.fix")} open={answers.failed}>
          <p>{t("filing.filed.fixLead")}</p>
          <PostForm action={action}>
            <TextField
              name="email"
              label={t("filing.field.email")}
              defaultValue={answers.text("email", email)}
              error={answers.error("email")}
              type="email"
              autoComplete="email"
              width="m"
              spellCheck={false}
            />
            <ButtonRow>
              <Button variant="secondary">{t("filing.filed.fixSend")}</Button>
            </ButtonRow>
          </PostForm>
        </Details>
      ) : null}
    </Section>
  );
}
