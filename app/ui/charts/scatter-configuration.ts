import type { Chart, ChartConfiguration, ChartDataset, Plugin, ScatterDataPoint } from "chart.js";
import type { ChartLine, ChartOptions } from "./chart-options";
import { axisText } from "./number-text";
import type { ChartRow } from "./read-table";
import { TICKS } from "./scale";
import type { ChartTheme } from "./theme";

type Dot = ScatterDataPoint & { row: ChartRow };

/** Filled and outlined dots; a click on one opens the page its row leads to. */
export function scatterConfiguration(
  options: ChartOptions,
  rows: ChartRow[],
  theme: ChartTheme,
): ChartConfiguration {
  const { x, y } = options;
  if (!x) throw new Error("A scatter chart needs its axis below.");
  const across = axisText(x);
  const up = axisText(y);
  const rowAt = (point: unknown) => (point as { raw?: Dot } | undefined)?.raw?.row;
  return {
    type: "scatter",
    data: { datasets: dotDatasets(options, rows, theme) },
    plugins: options.line ? [linePlugin(options.line, theme)] : [],
    options: {
      maintainAspectRatio: false,
      clip: false,
      onClick: (_event, [hit], chart) => {
        const dot = hit && (chart.data.datasets[hit.datasetIndex]?.data[hit.index] as Dot | undefined);
        if (dot?.row?.href) location.assign(dot.row.href);
      },
      onHover: (_event, hits, chart) => {
        chart.canvas.classList.toggle("is-pointing", hits.length > 0);
      },
      scales: {
        x: axis(x.top, across.short, theme),
        y: axis(y.top, up.short, theme),
      },
      plugins: {
        tooltip: {
          ...tooltip(theme),
          callbacks: {
            title: ([point]) => wrap(rowAt(point)?.label ?? ""),
            label: (point) => `${across.exact(point.parsed.x ?? 0)} · ${up.exact(point.parsed.y ?? 0)}`,
          },
        },
      },
    },
  };
}

function dotDatasets(
  { x, y, series, split }: ChartOptions,
  rows: ChartRow[],
  theme: ChartTheme,
): ChartDataset[] {
  return series.map(({ field, label, outlined }) => ({
    type: "scatter",
    label,
    data: rows
      .filter((row) => String(row.values.get(split ?? "")) === field)
      .map((row): Dot => ({ x: row.values.get(x?.field ?? "") ?? 0, y: row.values.get(y.field) ?? 0, row })),
    pointRadius: 6,
    pointHoverRadius: 8,
    pointHitRadius: 10,
    pointBorderWidth: 2,
    pointBorderColor: outlined ? theme.series[0] : theme.paper,
    pointBackgroundColor: outlined ? theme.paper : theme.series[0],
    pointHoverBorderColor: theme.ink,
  }));
}

/** Drawn by hand: the library's own line brings its curves along, 4 kB for two points. */
function linePlugin({ from, to }: ChartLine, theme: ChartTheme): Plugin {
  const place = ({ scales }: Chart, [x, y]: [number, number]) =>
    [scales["x"]?.getPixelForValue(x) ?? 0, scales["y"]?.getPixelForValue(y) ?? 0] as const;
  return {
    id: "line",
    beforeDatasetsDraw: (chart) => {
      const { ctx, chartArea } = chart;
      ctx.save();
      ctx.beginPath();
      ctx.rect(chartArea.left, chartArea.top, chartArea.width, chartArea.height);
      ctx.clip();
      ctx.beginPath();
      ctx.moveTo(...place(chart, from));
      ctx.lineTo(...place(chart, to));
      ctx.setLineDash([6, 4]);
      ctx.lineWidth = 2;
      ctx.strokeStyle = theme.soft;
      ctx.stroke();
      ctx.restore();
    },
  };
}

export function axis(top: number, text: (value: number) => string, theme: ChartTheme) {
  return {
    type: "linear" as const,
    min: 0,
    max: top,
    border: { display: false },
    grid: { color: theme.grid, tickLength: 0 },
    ticks: {
      stepSize: top / TICKS,
      padding: 8,
      color: theme.soft,
      callback: (value: string | number) => text(Number(value)),
    },
  };
}

export function tooltip(theme: ChartTheme) {
  return {
    backgroundColor: theme.ink,
    titleColor: theme.paper,
    bodyColor: theme.paper,
    titleFont: { weight: 600 as const },
    padding: 12,
    cornerRadius: 6,
    displayColors: false,
  };
}

/** A canvas does not break lines: words in lines of about 40 letters. */
function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length > 40) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
