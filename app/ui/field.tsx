import type { HTMLAttributes, HTMLInputTypeAttribute, ReactNode } from "react";
import { useT } from "~/i18n/use-translation";

/** What every field takes. The id of the control is its name, so that an error summary can link to it. */
export type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** The sentence itself, in the reader's language. */
  error?: string | undefined;
  optional?: boolean | undefined;
};

type Described = Pick<FieldProps, "name" | "hint" | "error">;

/** The attributes that tie a control to its hint, its error and its `extra` text. */
export function describedBy({ name, hint, error }: Described, extra?: string) {
  const ids = [hint && `${name}-hint`, error && `${name}-error`, extra].filter(Boolean).join(" ");
  return {
    ...(ids && { "aria-describedby": ids }),
    ...(error && { "aria-invalid": true }),
  };
}

export function FieldHint({ name, hint }: Described) {
  return hint ? (
    <div className="hint" id={`${name}-hint`}>
      {hint}
    </div>
  ) : null;
}

export function FieldError({ name, error }: Described) {
  const t = useT();
  return error ? (
    <p className="field-error" id={`${name}-error`}>
      <span className="visually-hidden">{t("common.field.error")} </span>
      {error}
    </p>
  ) : null;
}

export function Optional({ optional }: { optional: boolean | undefined }) {
  const t = useT();
  return optional ? <span className="optional"> {t("common.field.optional")}</span> : null;
}

/** Label, hint and error around one control. */
export function Field({ children, ...field }: FieldProps & { children: ReactNode }) {
  return (
    <div className={field.error ? "field has-error" : "field"}>
      <label htmlFor={field.name}>
        {field.label}
        <Optional optional={field.optional} />
      </label>
      <FieldHint {...field} />
      <FieldError {...field} />
      {children}
    </div>
  );
}

type TextFieldProps = FieldProps & {
  defaultValue?: string | number | undefined;
  type?: Extract<HTMLInputTypeAttribute, "text" | "email" | "tel" | "url" | "number" | "password" | "search">;
  inputMode?: HTMLAttributes<HTMLInputElement>["inputMode"];
  autoComplete?: string | undefined;
  maxLength?: number | undefined;
  min?: number | string | undefined;
  max?: number | string | undefined;
  step?: number | "any" | undefined;
  pattern?: string | undefined;
  spellCheck?: boolean | undefined;
  lang?: string | undefined;
  /** Width says how much is expected: xs a number, s a date or code, m a name, l a sentence. */
  width?: "xs" | "s" | "m" | "l" | undefined;
  prefix?: ReactNode;
  suffix?: ReactNode;
};

export function TextField(props: TextFieldProps) {
  const { name, label, hint, error, optional, width = "l", prefix, suffix, type = "text", ...rest } = props;
  const field = { name, label, hint, error, optional };
  const control = (
    <input
      {...rest}
      {...describedBy(field)}
      id={name}
      name={name}
      type={type}
      className={`ds-input width-${width}`}
    />
  );
  return (
    <Field {...field}>
      {prefix || suffix ? (
        <div className="affixed">
          {prefix}
          {control}
          {suffix}
        </div>
      ) : (
        control
      )}
    </Field>
  );
}
