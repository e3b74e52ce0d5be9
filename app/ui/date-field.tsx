import { describedBy, Field, type FieldProps } from "./field";

type Props = FieldProps & {
  /** `YYYY-MM-DD`, or `YYYY-MM-DDTHH:mm` with time: the wall clock of the community. */
  defaultValue?: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
  withTime?: boolean | undefined;
  autoComplete?: string | undefined;
};

export function DateField({ defaultValue, min, max, withTime, autoComplete, ...field }: Props) {
  return (
    <Field {...field}>
      <input
        {...describedBy(field)}
        id={field.name}
        name={field.name}
        type={withTime ? "datetime-local" : "date"}
        className={`ds-input ${withTime ? "width-m" : "width-s"}`}
        defaultValue={defaultValue}
        min={min}
        max={max}
        autoComplete={autoComplete}
      />
    </Field>
  );
}
