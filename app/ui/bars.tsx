import type { ReactNode } from "react";

type Bar = {
  label: ReactNode;
  value: number;
  /** The value in words; it stands beside the label, so the bar needs no axis. */
  text: ReactNode;
  /** Outlined is the weaker kind, such as "not funded"; a word must say it too. */
  tone?: "filled" | "outlined" | undefined;
};

/** Bars from a zero baseline; `max` is the length of the longest one, by default the largest value. */
export function Bars({ rows, max }: { rows: Bar[]; max?: number | undefined }) {
  const longest = max ?? Math.max(1, ...rows.map(({ value }) => value));
  return (
    <ul className="bars">
      {rows.map(({ label, value, text, tone = "filled" }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is rendered once on the server
        <li key={index}>
          <p className="bars-text">
            <span>{label}</span> <span className="bars-value">{text}</span>
          </p>
          <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
            <rect className={`is-${tone}`} width={(100 * value) / longest} height="1" />
          </svg>
        </li>
      ))}
    </ul>
  );
}
