import type { RulePart } from "~/domain/petitions/petition-rules";
import { type Locale, localeNames } from "~/i18n/locales";
import { useT } from "~/i18n/use-translation";
import type { FormValues } from "~/shared/form-failure";
import { Fieldset } from "~/ui/fieldset";
import { TextArea } from "~/ui/text-area";
import { useFormAnswers } from "~/ui/use-form-answers";

type Props = { part: RulePart; values: FormValues; languages: readonly Locale[] };

/** The act and article a part of the rules comes from, in each language of the community. */
export function BasisFields({ part, values, languages }: Props) {
  const t = useT();
  const { text, error } = useFormAnswers();
  return (
    <Fieldset
      legend={t("moderation.rules.basis")}
      hint={t("moderation.rules.basisHint")}
      id={`basis_${part}`}
    >
      {languages.map((language) => {
        const name = `basis_${part}_${language}`;
        return (
          <TextArea
            key={name}
            name={name}
            label={localeNames[language]}
            defaultValue={text(name, String(values[name] ?? ""))}
            error={error(name)}
            lang={language}
            rows={2}
          />
        );
      })}
    </Fieldset>
  );
}
