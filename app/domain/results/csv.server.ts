import { stringify } from "csv-stringify/sync";

export type Cell = string | number;

/** How a spreadsheet reads a file; `excel` wants a mark of the encoding and semicolons where the comma is decimal. */
export type CsvStyle = "plain" | "excel";

/** Begins with one of these: a spreadsheet would take the text for a formula (S-36). */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;

/** RFC 4180 with a header line, UTF-8, CRLF. Texts that look like formulas get an apostrophe in front. */
export function csv(columns: readonly string[], rows: readonly (readonly Cell[])[], style: CsvStyle): string {
  return stringify([columns, ...rows.map((row) => row.map(guarded))], {
    record_delimiter: "windows",
    delimiter: style === "excel" ? ";" : ",",
    bom: style === "excel",
    // The library sees a line break only in the record delimiter itself.
    quoted_match: /[\r\n]|^\s|\s$/,
  });
}

function guarded(cell: Cell): Cell {
  if (typeof cell === "number") return cell;
  const text = cell.replaceAll("\0", "");
  return FORMULA.test(cell) ? `'${text}` : text;
}
