import { Axes, percent, useShortNumber } from "./axes";
import { Chart } from "./chart";
import type { Axis, ChartLine, ChartOptions } from "./chart-options";
import { axisTicks, clipLine } from "./scale";

export type Dot = { x: number; y: number; outlined: boolean };

type Props = {
  options: ChartOptions & { x: Axis };
  dots: Dot[];
  upright: string;
  below: string;
};

/** Dots of two kinds, filled and outlined, and a straight line between them. */
export function ScatterPlot({ options, dots, upright, below }: Props) {
  const short = useShortNumber();
  const { x, y, line, sentence } = options;
  const path = (outlined: boolean) =>
    dotPath(
      dots.filter((dot) => dot.outlined === outlined),
      x.top,
      y.top,
    );
  return (
    <Chart options={options} upright={upright} below={below}>
      <Axes top={y.top} below={axisTicks(x.top).map(short)} sentence={sentence}>
        {line ? <path className="axes-line" d={linePath(line, x.top, y.top)} /> : null}
        <path className="axes-dots" d={path(true)} />
        <path className="axes-dots is-hole" d={path(true)} />
        <path className="axes-dots" d={path(false)} />
      </Axes>
    </Chart>
  );
}

/** Strokes of no length with round ends: dots that stay round however the box is stretched. */
function dotPath(dots: Dot[], xTop: number, yTop: number): string {
  return dots.map(({ x, y }) => `M${percent(x, xTop)} ${percent(yTop - y, yTop)}h0`).join("");
}

function linePath(line: ChartLine, xTop: number, yTop: number): string {
  const { from, to } = clipLine(line.from, line.to, [xTop, yTop]);
  const place = ([x, y]: [number, number]) => `${percent(x, xTop)} ${percent(yTop - y, yTop)}`;
  return `M${place(from)}L${place(to)}`;
}
