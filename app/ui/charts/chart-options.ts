/** What the drawing script needs to know; written by the server into the chart's element, values come from a table. */
export type ChartOptions = {
  /** Dots on two number axes, upright columns over the rows, or lying bars beside them. */
  kind: "scatter" | "columns" | "bars";
  /** Id of the element that holds the table. Each row has a header cell and `Datum` cells. */
  table: string;
  /** One sentence that says what the picture shows: the canvas's name. */
  sentence: string;
  /** Scatter: the field along the bottom. The other kinds take the row's header. */
  x?: Axis;
  /** Scatter: the field upwards. Columns and bars: unit of the values. */
  y: Axis;
  /** At most four. Scatter: rows by the value of `split`; other kinds: one field each, stacked. */
  series: ChartSeries[];
  /** Scatter: the field whose value says to which series a row belongs. */
  split?: string;
  line?: ChartLine;
};

export type Axis = {
  field: string;
  /** End of the axis, the same as in the picture without scripts. */
  top: number;
  /** ISO 4217 code when the values are money in major units. */
  currency?: string;
};

export type ChartSeries = { field: string; label: string; outlined?: boolean };

/** A straight line through the plot, in the units of the axes. */
export type ChartLine = { label: string; from: [x: number, y: number]; to: [x: number, y: number] };
