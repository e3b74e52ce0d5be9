import { localText } from "~/i18n/local-text";
import { Message } from "~/i18n/message";
import { useLocale, useT } from "~/i18n/use-translation";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkboxes";
import { TextField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { Radios } from "~/ui/radios";
import { Select } from "~/ui/select";
import type { FormAnswers } from "~/ui/use-form-answers";
import type { SigningView } from "../signing-view";
import { SigningChoices } from "./signing-choices";

type Props = { view: SigningView; answers: FormAnswers };

/** The form of somebody without an account. */
export function SignByMail({ view, answers }: Props) {
  const t = useT();
  const locale = useLocale();
  const { questions, self } = view;
  const next = encodeURIComponent(self);
  const signIn = (text: string) => <a href={`/${locale}/sign-in?next=${next}`}>{text}</a>;
  return (
    <>
      <p className="measure">
        <Message id="signing.haveAccount" tags={{ link: signIn }} />
      </p>
      <PostForm action={self}>
        <WhoSigns answers={answers} />
        <WhereSignerLives view={view} answers={answers} />
        {questions.minimumAge > 0 ? (
          <Checkbox
            name="ofAge"
            label={t("signing.field.ofAge", { age: questions.minimumAge })}
            error={answers.error("ofAge")}
            defaultChecked={answers.checked("ofAge")}
          />
        ) : null}
        <SigningChoices questions={questions} answers={answers} />
        <p className="hint">{t("signing.byMail")}</p>
        <Button>{t("signing.submit")}</Button>
      </PostForm>
    </>
  );
}

function WhoSigns({ answers: { text, error } }: Pick<Props, "answers">) {
  const t = useT();
  return (
    <>
      <TextField
        name="name"
        label={t("signing.field.name")}
        autoComplete="name"
        width="m"
        defaultValue={text("name")}
        error={error("name")}
      />
      <TextField
        name="email"
        type="email"
        label={t("identity.field.email")}
        hint={t("identity.field.emailHint")}
        autoComplete="email"
        spellCheck={false}
        width="m"
        defaultValue={text("email")}
        error={error("email")}
      />
    </>
  );
}

function WhereSignerLives({ view: { districts, questions }, answers: { text, error } }: Props) {
  const t = useT();
  const locale = useLocale();
  return (
    <>
      {districts.length > 0 ? (
        <Select
          name="district"
          label={t("identity.field.district")}
          hint={t("signing.field.districtHint")}
          options={districts.map(({ id, name }) => ({ value: id, label: localText(name, locale).text }))}
          defaultValue={text("district")}
          error={error("district")}
        />
      ) : null}
      <Radios
        name="basis"
        label={t("identity.field.basis")}
        options={questions.bases.map((value) => ({ value, label: t(`identity.basis.${value}`) }))}
        defaultValue={text("basis")}
        error={error("basis")}
      />
    </>
  );
}
