import { useT } from "~/i18n/use-translation";
import { Checkbox } from "~/ui/checkboxes";
import { TextField } from "~/ui/field";
import { TextArea } from "~/ui/text-area";
import type { FormAnswers } from "~/ui/use-form-answers";
import { LIMITS } from "../draft-form";

type Props = {
  stored: { authorName: string; email: string; showName: boolean; coAuthors: string; consent: boolean };
  answers: FormAnswers;
};

/** Who files, how to reach them, what of it is shown, who files with them, and the consent. */
export function ContactFields({ stored, answers }: Props) {
  const t = useT();
  const { text, error, checked } = answers;
  return (
    <>
      <TextField
        name="authorName"
        label={t("initiatives.field.authorName")}
        hint={t("initiatives.field.authorNameHint")}
        defaultValue={text("authorName", stored.authorName)}
        error={error("authorName")}
        autoComplete="name"
        maxLength={LIMITS.name}
        width="m"
        spellCheck={false}
      />
      <Checkbox
        name="showName"
        label={t("initiatives.field.showName")}
        hint={t("initiatives.field.showNameHint")}
        defaultChecked={checked("showName", stored.showName)}
      />
      <TextField
        name="email"
        label={t("initiatives.field.email")}
        hint={t("initiatives.field.emailHint")}
        defaultValue={text("email", stored.email)}
        error={error("email")}
        type="email"
        autoComplete="email"
        width="m"
        spellCheck={false}
      />
      <CoAuthorFields stored={stored} answers={answers} />
    </>
  );
}

function CoAuthorFields({ stored, answers: { text, error, checked } }: Props) {
  const t = useT();
  return (
    <>
      <TextArea
        name="coAuthors"
        label={t("initiatives.field.coAuthors")}
        hint={t("initiatives.field.coAuthorsHint", { maximum: LIMITS.coAuthors })}
        defaultValue={text("coAuthors", stored.coAuthors)}
        error={error("coAuthors")}
        rows={3}
        spellCheck={false}
        optional
      />
      <Checkbox
        name="consent"
        label={t("initiatives.field.consent")}
        hint={t("initiatives.field.consentHint")}
        defaultChecked={checked("consent", stored.consent)}
        error={error("consent")}
      />
    </>
  );
}
