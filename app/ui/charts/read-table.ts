/** One row of the table behind a chart. */
export type ChartRow = {
  label: string;
  /** Where the row's name leads. */
  href: string | null;
  values: ReadonlyMap<string, number>;
};

/** The rows of the table inside `holder`; a chart shows what the reader can check beside it. */
export function readRows(holder: Element): ChartRow[] {
  return [...holder.querySelectorAll("tbody tr")].map((row) => {
    const header = row.querySelector("th");
    const cells = row.querySelectorAll<HTMLDataElement>("data[data-field]");
    return {
      label: (header?.textContent ?? "").trim(),
      href: header?.querySelector("a")?.href ?? null,
      values: new Map([...cells].map((cell) => [cell.dataset.field ?? "", Number(cell.value)])),
    };
  });
}
