import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  LinearScale,
  PointElement,
  ScatterController,
  Tooltip,
} from "chart.js";
import { barConfiguration } from "./bar-configuration";
import type { ChartOptions } from "./chart-options";
import { type ChartRow, readRows } from "./read-table";
import { scatterConfiguration } from "./scatter-configuration";
import { readTheme } from "./theme";

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  PointElement,
  ScatterController,
  Tooltip,
);

// Motion tells nothing here, and a picture printed or captured in the middle of it would be wrong.
Chart.defaults.animation = false;

/** Draws the canvas over the picture from the server and keeps its colours those of the page. */
export function draw(element: HTMLElement): void {
  const options = JSON.parse(element.dataset.options ?? "null") as ChartOptions | null;
  const holder = options && document.getElementById(options.table);
  const plot = element.querySelector(".chart-plot");
  if (!options || !holder || !plot) return;
  const rows = readRows(holder);
  const canvas = document.createElement("canvas");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", options.sentence);
  const frame = document.createElement("div");
  frame.className = "chart-live";
  frame.append(canvas);
  plot.append(frame);
  element.classList.add("is-live");

  let chart = new Chart(canvas, configure(options, rows, element));
  const redraw = () => {
    chart.destroy();
    chart = new Chart(canvas, configure(options, rows, element));
  };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
}

function configure(options: ChartOptions, rows: ChartRow[], element: HTMLElement): ChartConfiguration {
  const theme = readTheme(element);
  Object.assign(Chart.defaults.font, { family: theme.font, size: 14 });
  return options.kind === "scatter"
    ? scatterConfiguration(options, rows, theme)
    : barConfiguration(options, rows, theme);
}
