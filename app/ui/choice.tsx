import type { ReactNode } from "react";

export type Option = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean | undefined;
};

type Props = Option & {
  type: "radio" | "checkbox";
  name: string;
  id: string;
  defaultChecked: boolean;
  invalid?: boolean | undefined;
  describedBy?: string | undefined;
};

/** One radio or checkbox with its label; the whole row is the target. */
export function Choice(props: Props) {
  const { type, name, id, value, label, hint, disabled, defaultChecked, invalid, describedBy } = props;
  const described = [hint && `${id}-hint`, describedBy].filter(Boolean).join(" ");
  return (
    <div className="choice">
      <input
        type={type}
        className="ds-input"
        id={id}
        name={name}
        value={value}
        defaultChecked={defaultChecked}
        disabled={disabled}
        aria-invalid={invalid || undefined}
        aria-describedby={described || undefined}
      />
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
    </div>
  );
}

/** The first choice carries the plain name as id: the error summary links to it. */
export function choiceId(name: string, index: number): string {
  return index === 0 ? name : `${name}-${index + 1}`;
}
