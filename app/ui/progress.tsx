import { type ReactNode, useId } from "react";

type Props = {
  value: number;
  max: number;
  label: ReactNode;
  /** The same in words: "214 of 250 signatures". It stands before the bar. */
  text: ReactNode;
};

export function Progress({ value, max, label, text }: Props) {
  const id = useId();
  return (
    <div>
      <p className="progress-text" id={id}>
        <span>{label}</span> <span className="numeric">{text}</span>
      </p>
      <progress value={Math.min(value, max)} max={max} aria-labelledby={id} />
    </div>
  );
}
