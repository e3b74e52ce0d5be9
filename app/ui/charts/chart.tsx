import type { ReactNode } from "react";
import type { ChartOptions } from "./chart-options";

type Props = {
  options: ChartOptions;
  /** Unit at the upper end of the upright axis. */
  upright?: string | undefined;
  /** Unit at the right end of the axis below. */
  below?: string | undefined;
  /** The picture from the server; it stays until the script has drawn, and is what gets printed. */
  children: ReactNode;
};

/** A picture that becomes an interactive canvas when it is scrolled into view; complete without that. */
export function Chart({ options, upright, below, children }: Props) {
  return (
    <div className="chart" data-enhance="chart" data-options={JSON.stringify(options)}>
      <ChartKey options={options} />
      {upright ? <p className="chart-unit">{upright}</p> : null}
      <div className={`chart-plot is-${options.kind}`}>
        <div className="chart-still">{children}</div>
      </div>
      {below ? <p className="chart-unit is-below">{below}</p> : null}
    </div>
  );
}

function ChartKey({ options: { series, line } }: { options: ChartOptions }) {
  if (series.length < 2 && !line) return null;
  return (
    <ul className="chart-key">
      {series.map(({ label, outlined }, index) => (
        <li key={label}>
          <span className={`chart-mark is-series-${index + 1} ${outlined ? "is-outlined" : "is-filled"}`} />
          {label}
        </li>
      ))}
      {line ? (
        <li>
          <span className="chart-mark is-line" />
          {line.label}
        </li>
      ) : null}
    </ul>
  );
}
