import { useT } from "~/i18n/use-translation";
import { TextArea } from "~/ui/text-area";
import type { FormAnswers } from "~/ui/use-form-answers";
import { LIMITS } from "../draft-form";

const FIELDS = ["problem", "proposal", "beneficiaries"] as const;

type Props = {
  stored: Record<(typeof FIELDS)[number], string>;
  answers: FormAnswers;
  lang?: string | undefined;
};

/** What is wrong, what to do, and who gains by it. */
export function TextFields({ stored, answers: { text, error }, lang }: Props) {
  const t = useT();
  return FIELDS.map((name) => (
    <TextArea
      key={name}
      name={name}
      label={t(`initiatives.field.${name}`)}
      hint={t(`initiatives.field.${name}Hint`)}
      defaultValue={text(name, stored[name])}
      error={error(name)}
      rows={name === "beneficiaries" ? 4 : 8}
      maxCharacters={LIMITS[name]}
      lang={lang}
      spellCheck
    />
  ));
}
