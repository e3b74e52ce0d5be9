import type { ChartConfiguration } from "chart.js";
import type { ChartOptions } from "./chart-options";
import { axisText } from "./number-text";
import type { ChartRow } from "./read-table";
import { axis, tooltip } from "./scatter-configuration";
import type { ChartTheme } from "./theme";

/** Upright columns or lying bars, stacked where there are several series. */
export function barConfiguration(
  options: ChartOptions,
  rows: ChartRow[],
  theme: ChartTheme,
): ChartConfiguration {
  const lying = options.kind === "bars";
  const text = axisText(options.y);
  const values = { ...axis(options.y.top, text.short, theme), stacked: true };
  const names = {
    type: "category" as const,
    stacked: true,
    border: { display: false },
    grid: { display: false },
    ticks: { color: theme.soft, maxRotation: 0, autoSkipPadding: 12 },
  };
  return {
    type: "bar",
    data: { labels: rows.map(({ label }) => label), datasets: datasets(options, rows, theme) },
    options: {
      maintainAspectRatio: false,
      indexAxis: lying ? "y" : "x",
      scales: lying ? { x: values, y: names } : { x: names, y: values },
      plugins: {
        tooltip: {
          ...tooltip(theme),
          callbacks: {
            label: ({ dataset, parsed }) => {
              const value = text.exact((lying ? parsed.x : parsed.y) ?? 0);
              return options.series.length > 1 ? `${dataset.label}: ${value}` : value;
            },
          },
        },
      },
    },
  };
}

function datasets({ series }: ChartOptions, rows: ChartRow[], theme: ChartTheme) {
  return series.map(({ field, label, outlined }, index) => ({
    label,
    data: rows.map((row) => row.values.get(field) ?? 0),
    backgroundColor: outlined ? theme.paper : theme.series[index],
    borderColor: theme.series[0],
    borderWidth: outlined ? 2 : 0,
    borderSkipped: false,
    categoryPercentage: 0.84,
    barPercentage: 0.86,
  }));
}
