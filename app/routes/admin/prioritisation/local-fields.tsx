import type { LocalText } from "~/domain/communities/community";
import { type Locale, localeNames } from "~/i18n/locales";
import { TextField } from "~/ui/field";
import { Fieldset } from "~/ui/fieldset";
import { TextArea } from "~/ui/text-area";
import { useFormAnswers } from "~/ui/use-form-answers";
import type { StoredField } from "./step-page";

type Props = {
  name: string;
  legend: string;
  hint?: string;
  languages: readonly Locale[];
  stored: LocalText;
  maximum: number;
  /** More than one line. */
  long?: boolean;
};

/** One text in each language of the community. */
export function LocalFields({ name, legend, hint, languages, stored, maximum, long }: Props) {
  const { text, error } = useFormAnswers();
  return (
    <Fieldset legend={legend} hint={hint} id={name}>
      {languages.map((language) => {
        const field = `${name}_${language}`;
        const shared = {
          name: field,
          label: localeNames[language],
          defaultValue: text(field, stored[language] ?? ""),
          error: error(field),
          lang: language,
        };
        return long ? (
          <TextArea key={field} {...shared} rows={3} maxCharacters={maximum} />
        ) : (
          <TextField key={field} {...shared} />
        );
      })}
    </Fieldset>
  );
}

/** The same fields for the merge view. */
export function storedLocal(
  name: string,
  label: string,
  languages: readonly Locale[],
  stored: LocalText,
): StoredField[] {
  return languages.map((language) => ({
    name: `${name}_${language}`,
    label: `${label} (${localeNames[language]})`,
    stored: stored[language] ?? "",
  }));
}
