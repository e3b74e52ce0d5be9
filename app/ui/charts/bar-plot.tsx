import { percent } from "./axes";
import { Chart } from "./chart";
import type { ChartOptions } from "./chart-options";

type Props = {
  options: ChartOptions;
  /** `text` stands beside the name; `value` and the whole it is part of are in the units of the axis. */
  rows: { label: string; value: number; whole?: number | undefined; text: string }[];
};

/** Lying bars with the name and the figure above each; the rest up to the whole is outlined. */
export function BarPlot({ options, rows }: Props) {
  const { top } = options.y;
  return (
    <Chart options={options}>
      <ul className="bars">
        {rows.map(({ label, value, whole, text }) => (
          <li key={label}>
            <p className="bars-text">
              <span>{label}</span> <span className="bars-value">{text}</span>
            </p>
            <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
              {whole ? <rect className="is-outlined" width={percent(whole, top)} height="1" /> : null}
              <rect className="is-filled" width={percent(value, top)} height="1" />
            </svg>
          </li>
        ))}
      </ul>
    </Chart>
  );
}
