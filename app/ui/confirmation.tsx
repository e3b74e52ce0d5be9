import type { ReactNode } from "react";

type Props = {
  title: ReactNode;
  codeLabel?: ReactNode;
  /** Number or receipt code, in letters that cannot be confused. */
  code?: string | undefined;
  children?: ReactNode;
};

/** The answer to a binding act; it is the heading of its page (`<Page untitled>`). */
export function Confirmation({ title, codeLabel, code, children }: Props) {
  return (
    <div className="confirmation">
      <h1>{title}</h1>
      {code ? (
        <p>
          {codeLabel} <span className="confirmation-code">{code}</span>
        </p>
      ) : null}
      {children}
    </div>
  );
}
