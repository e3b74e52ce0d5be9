import { Choice, choiceId, type Option } from "./choice";
import type { FieldProps } from "./field";
import { Fieldset } from "./fieldset";

type Props = FieldProps & {
  options: Option[];
  defaultValue?: string | undefined;
  inline?: boolean | undefined;
  heading?: boolean | undefined;
};

export function Radios({ name, label, options, defaultValue, inline, ...field }: Props) {
  return (
    <Fieldset {...field} id={name} legend={label}>
      <div className={inline ? "choices-inline" : undefined}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            {...option}
            type="radio"
            name={name}
            id={choiceId(name, index)}
            defaultChecked={option.value === defaultValue}
          />
        ))}
      </div>
    </Fieldset>
  );
}
