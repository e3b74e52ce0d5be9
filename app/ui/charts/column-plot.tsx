import { Axes, percent } from "./axes";
import { Chart } from "./chart";
import type { ChartOptions } from "./chart-options";

type Props = {
  options: ChartOptions;
  columns: { label: string; value: number }[];
  upright: string;
  below?: string | undefined;
};

/** Letters that fit below the columns on a phone. */
const MOST_LETTERS = 32;

/** One upright column for each row, from a zero baseline. */
export function ColumnPlot({ options, columns, upright, below }: Props) {
  const letters = Math.max(...columns.map(({ label }) => label.length + 1));
  const every = Math.ceil((columns.length * letters) / MOST_LETTERS);
  const labels = columns.map(({ label }, index) => (index % every === 0 ? label : ""));
  const width = 100 / Math.max(1, columns.length);
  return (
    <Chart options={options} upright={upright} below={below}>
      <Axes top={options.y.top} below={labels} centred sentence={options.sentence}>
        {columns.map(({ label, value }, index) => (
          <rect
            key={label}
            className="axes-column"
            x={round(width * (index + 0.14))}
            width={round(width * 0.72)}
            y={percent(options.y.top - value, options.y.top)}
            height={percent(value, options.y.top)}
          />
        ))}
      </Axes>
    </Chart>
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
