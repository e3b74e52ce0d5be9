import type { ReactNode } from "react";
import { Choice, choiceId, type Option } from "./choice";
import { FieldError, type FieldProps } from "./field";
import { Fieldset } from "./fieldset";

type Props = FieldProps & {
  options: Option[];
  defaultValue?: string[] | undefined;
  inline?: boolean | undefined;
  heading?: boolean | undefined;
};

/** Several answers under one name. */
export function Checkboxes({ name, label, options, defaultValue = [], inline, ...field }: Props) {
  return (
    <Fieldset {...field} id={name} legend={label}>
      <div className={inline ? "choices-inline" : undefined}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            {...option}
            type="checkbox"
            name={name}
            id={choiceId(name, index)}
            defaultChecked={defaultValue.includes(option.value)}
          />
        ))}
      </div>
    </Fieldset>
  );
}

type CheckboxProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  value?: string | undefined;
  defaultChecked?: boolean | undefined;
};

/** One yes-or-nothing question, such as a consent. */
export function Checkbox({ name, label, hint, error, value = "yes", defaultChecked = false }: CheckboxProps) {
  return (
    <div className={error ? "field has-error" : "field"}>
      <FieldError name={name} error={error} />
      <Choice
        type="checkbox"
        id={name}
        name={name}
        value={value}
        label={label}
        hint={hint}
        defaultChecked={defaultChecked}
        invalid={Boolean(error)}
        describedBy={error ? `${name}-error` : undefined}
      />
    </div>
  );
}
