import type { LocalText } from "~/domain/communities/community";
import type { SigningQuestions } from "~/domain/petitions/signing-view";
import { localText } from "~/i18n/local-text";
import { type Locale, localeNames } from "~/i18n/locales";
import { useLocale, useT } from "~/i18n/use-translation";
import { Button, ButtonRow } from "~/ui/button";
import { Checkbox } from "~/ui/checkboxes";
import { DateField } from "~/ui/date-field";
import { TextField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { Radios } from "~/ui/radios";
import { Select } from "~/ui/select";
import type { FormAnswers } from "~/ui/use-form-answers";

type Props = {
  action: string;
  questions: SigningQuestions;
  districts: { id: string; name: LocalText }[];
  languages: readonly Locale[];
  answers: FormAnswers;
};

/** Nothing is filled in by the browser: another resident may have stood here before. */
export function AssistFields({ action, questions, districts, languages, answers }: Props) {
  const t = useT();
  const { error, checked } = answers;
  return (
    <PostForm action={action}>
      <WhoSigns questions={questions} districts={districts} answers={answers} />
      <OwnLetter languages={languages} answers={answers} />
      {questions.names === "choice" ? (
        <Checkbox name="showName" label={t("integrity.desk.showName")} defaultChecked={checked("showName")} />
      ) : (
        <p className="hint">{t(`integrity.desk.names.${questions.names}`)}</p>
      )}
      <Checkbox
        name="consent"
        label={t("integrity.desk.consent")}
        hint={t("integrity.desk.consentHint")}
        error={error("consent")}
        defaultChecked={checked("consent")}
      />
      <ButtonRow>
        <Button>{t("integrity.desk.sign")}</Button>
      </ButtonRow>
    </PostForm>
  );
}

function WhoSigns({ questions, districts, answers }: Pick<Props, "questions" | "districts" | "answers">) {
  const t = useT();
  const locale = useLocale();
  const { text, error } = answers;
  return (
    <>
      <TextField
        name="name"
        label={t("integrity.desk.name")}
        autoComplete="off"
        width="m"
        defaultValue={text("name")}
        error={error("name")}
      />
      <DateField
        name="bornOn"
        label={t("integrity.desk.bornOn")}
        hint={t("integrity.desk.bornOnHint", { age: questions.minimumAge })}
        autoComplete="off"
        defaultValue={text("bornOn")}
        error={error("bornOn")}
      />
      {districts.length > 0 ? (
        <Select
          name="district"
          label={t("integrity.desk.district")}
          options={districts.map(({ id, name }) => ({ value: id, label: localText(name, locale).text }))}
          defaultValue={text("district")}
          error={error("district")}
        />
      ) : null}
      <Radios
        name="basis"
        label={t("integrity.desk.basis")}
        options={questions.bases.map((value) => ({ value, label: t(`integrity.sheet.basisName.${value}`) }))}
        defaultValue={text("basis")}
        error={error("basis")}
      />
    </>
  );
}

/** Whoever has a mailbox is told there, without the consultant. */
function OwnLetter({ languages, answers: { text, error } }: Pick<Props, "languages" | "answers">) {
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <TextField
        name="email"
        type="email"
        label={t("integrity.desk.email")}
        hint={t("integrity.desk.emailHint")}
        autoComplete="off"
        spellCheck={false}
        width="m"
        optional
        defaultValue={text("email")}
        error={error("email")}
      />
      <Radios
        name="language"
        label={t("integrity.desk.language")}
        options={languages.map((value) => ({ value, label: localeNames[value] }))}
        defaultValue={text("language", locale)}
        error={error("language")}
        inline
      />
    </>
  );
}
