import { useFormat, useT } from "~/i18n/use-translation";
import { describedBy, Field, type FieldProps } from "./field";

type Props = FieldProps & {
  defaultValue?: string | undefined;
  rows?: number | undefined;
  /** Shown as words; the server counts. It is not `maxLength`, which would cut pasted text silently. */
  maxCharacters?: number | undefined;
  lang?: string | undefined;
  spellCheck?: boolean | undefined;
};

export function TextArea({ defaultValue, rows = 6, maxCharacters, lang, spellCheck, ...field }: Props) {
  const t = useT();
  const format = useFormat();
  const counter = maxCharacters ? `${field.name}-counter` : undefined;
  return (
    <Field {...field}>
      <textarea
        {...describedBy(field, counter)}
        id={field.name}
        name={field.name}
        className="ds-input"
        rows={rows}
        lang={lang}
        spellCheck={spellCheck}
        defaultValue={defaultValue}
      />
      {maxCharacters ? (
        <p
          className="counter"
          id={counter}
          data-enhance="character-counter"
          data-for={field.name}
          data-max={maxCharacters}
          data-template={t("common.field.charactersUsed", {
            used: "{used}",
            max: format.number(maxCharacters),
          })}
        >
          {t("common.field.characters", { max: maxCharacters })}
        </p>
      ) : null}
    </Field>
  );
}
