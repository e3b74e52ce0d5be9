import type { ReactNode } from "react";
import { FieldError, FieldHint, Optional } from "./field";

type Props = {
  legend: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean | undefined;
  /** Base of the ids of hint and error; give it when there is one of them. */
  id?: string | undefined;
  /** The legend is the question of the page: it becomes its h1. */
  heading?: boolean | undefined;
  children: ReactNode;
};

export function Fieldset({ legend, hint, error, optional, id, heading, children }: Props) {
  const described = { name: id ?? "", hint, error };
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset className={error ? "has-error" : undefined} aria-describedby={ids || undefined}>
      <legend className="legend">
        {heading ? <h1>{legend}</h1> : legend}
        <Optional optional={optional} />
      </legend>
      <FieldHint {...described} />
      <FieldError {...described} />
      <div className="fieldset-body">{children}</div>
    </fieldset>
  );
}
