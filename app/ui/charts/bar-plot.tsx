import { Bars } from "../bars";
import { Chart } from "./chart";
import type { ChartOptions } from "./chart-options";

type Props = {
  options: ChartOptions;
  /** `text` stands beside the name, `value` is the length in the units of the axis. */
  rows: { label: string; value: number; text: string }[];
};

/** Lying bars with the name and the figure above each. */
export function BarPlot({ options, rows }: Props) {
  return (
    <Chart options={options}>
      <Bars rows={rows} max={options.y.top} />
    </Chart>
  );
}
