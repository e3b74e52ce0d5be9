import { useT } from "~/i18n/use-translation";
import { TextField } from "~/ui/field";
import { TextArea } from "~/ui/text-area";
import type { FormAnswers } from "~/ui/use-form-answers";
import { LIMITS } from "../filing-form";

type Props<Field extends string> = {
  stored: Record<Field, string>;
  answers: FormAnswers;
  lang?: string | undefined;
};

/** The demand in one sentence: the heading of the petition. */
export function PetitionTitleField({ stored, answers: { text, error }, lang }: Props<"title">) {
  const t = useT();
  return (
    <TextField
      name="title"
      label={t("filing.field.title")}
      hint={t("filing.field.titleHint", { maximum: LIMITS.title })}
      defaultValue={text("title", stored.title)}
      error={error("title")}
      lang={lang}
      spellCheck
    />
  );
}

/** What should be done, and why. */
export function PetitionTextFields({ stored, answers: { text, error }, lang }: Props<"demand" | "grounds">) {
  const t = useT();
  return (["demand", "grounds"] as const).map((name) => (
    <TextArea
      key={name}
      name={name}
      label={t(`filing.field.${name}`)}
      hint={t(`filing.field.${name}Hint`)}
      defaultValue={text(name, stored[name])}
      error={error(name)}
      rows={name === "demand" ? 6 : 10}
      maxCharacters={LIMITS[name]}
      lang={lang}
      spellCheck
    />
  ));
}
