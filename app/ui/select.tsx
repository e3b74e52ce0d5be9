import { useT } from "~/i18n/use-translation";
import { describedBy, Field, type FieldProps } from "./field";

type Item = { value: string; label: string };
type Group = { group: string; options: Item[] };

type Props = FieldProps & {
  options: (Item | Group)[];
  defaultValue?: string | undefined;
  /** The empty first line; `false` leaves it out when there always is a value. */
  emptyLabel?: string | false | undefined;
};

export function Select({ options, defaultValue = "", emptyLabel, ...field }: Props) {
  const t = useT();
  return (
    <Field {...field}>
      <select
        {...describedBy(field)}
        id={field.name}
        name={field.name}
        className="ds-input"
        data-width="auto"
        defaultValue={defaultValue}
      >
        {emptyLabel === false ? null : <option value="">{emptyLabel ?? t("common.field.choose")}</option>}
        {options.map((option) =>
          "group" in option ? (
            <optgroup key={option.group} label={option.group}>
              {option.options.map(toOption)}
            </optgroup>
          ) : (
            toOption(option)
          ),
        )}
      </select>
    </Field>
  );
}

function toOption({ value, label }: Item) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}
