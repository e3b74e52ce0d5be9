import type { Locale } from "~/i18n/locales";
import { useT } from "~/i18n/use-translation";
import { TextField } from "~/ui/field";
import { TextArea } from "~/ui/text-area";
import type { FormAnswers } from "~/ui/use-form-answers";
import { LIMITS } from "../draft-form";
import { CostField } from "./cost-field";
import { TextFields } from "./text-fields";

type Props = {
  stored: {
    title: string;
    problem: string;
    proposal: string;
    beneficiaries: string;
    costGuess: number | null;
  };
  language: Locale;
  answers: FormAnswers;
};

/** The text as it stands, to be changed, and one sentence on what was changed. */
export function ReworkFields({ stored, language, answers }: Props) {
  const t = useT();
  const { text, error } = answers;
  return (
    <>
      <TextField
        name="title"
        label={t("initiatives.field.title")}
        defaultValue={text("title", stored.title)}
        error={error("title")}
        lang={language}
        spellCheck
      />
      <TextFields stored={stored} answers={answers} lang={language} />
      <CostField stored={stored.costGuess} answers={answers} />
      <TextArea
        name="changeNote"
        label={t("initiatives.field.changeNote")}
        hint={t("initiatives.field.changeNoteHint")}
        defaultValue={text("changeNote")}
        error={error("changeNote")}
        maxCharacters={LIMITS.note}
        rows={3}
      />
    </>
  );
}
