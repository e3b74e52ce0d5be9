/** Colours of the page around a chart, read again when the scheme changes. */
export type ChartTheme = {
  series: string[];
  paper: string;
  ink: string;
  soft: string;
  grid: string;
  font: string;
};

export function readTheme(element: Element): ChartTheme {
  const style = getComputedStyle(element);
  const value = (name: string) => style.getPropertyValue(name).trim();
  return {
    series: [1, 2, 3, 4].map((number) => value(`--series-${number}`)),
    paper: value("--paper"),
    ink: value("--ink"),
    soft: value("--ink-soft"),
    grid: value("--line"),
    font: style.fontFamily,
  };
}
