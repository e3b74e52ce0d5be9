import { useT } from "~/i18n/use-translation";
import { Checkbox } from "~/ui/checkboxes";
import type { FormAnswers } from "~/ui/use-form-answers";
import type { SigningQuestions } from "../signing-view";

type Props = { questions: SigningQuestions; answers: FormAnswers };

/** What is left to the signer, and what becomes of the name. */
export function SigningChoices({ questions: { names, retentionDays }, answers }: Props) {
  const t = useT();
  return (
    <>
      {names === "choice" ? (
        <Checkbox
          name="showName"
          label={t("signing.field.showName")}
          hint={t("signing.field.showNameHint")}
          defaultChecked={answers.checked("showName")}
        />
      ) : null}
      <Checkbox name="news" label={t("signing.field.news")} defaultChecked={answers.checked("news")} />
      <p className="hint">
        {names === "choice" ? null : `${t(`signing.names.${names}`)} `}
        {t("signing.retention", { days: retentionDays })}
      </p>
    </>
  );
}
