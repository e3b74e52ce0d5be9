import type { ReactNode } from "react";
import { useT } from "~/i18n/use-translation";

export type Column<Row> = {
  id: string;
  label: string;
  cell: (row: Row) => ReactNode;
  numeric?: boolean | undefined;
  /** The cell names the row. */
  header?: boolean | undefined;
  /** Makes the label a link; `direction` is set on the column the rows are sorted by. */
  sort?: { href: string; direction?: "ascending" | "descending" | undefined } | undefined;
};

type Props<Row> = {
  caption: string;
  captionHidden?: boolean | undefined;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string | number;
  /** A row that stands out, such as a funded project; say why in a cell too. */
  strong?: ((row: Row) => boolean) | undefined;
  /** On a phone: rows become labelled blocks, or the table scrolls sideways. */
  narrow?: "stack" | "scroll" | undefined;
};

export function Table<Row>({ narrow = "stack", ...props }: Props<Row>) {
  const t = useT();
  const { caption } = props;
  if (narrow === "stack") {
    return (
      <div className="table-box table-stack">
        <Grid {...props} />
      </div>
    );
  }
  return (
    <section
      className="table-box table-scroll"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={t("common.table.region", { caption })}
    >
      <Grid {...props} />
    </section>
  );
}

function Grid<Row>({ caption, captionHidden, columns, rows, rowKey, strong }: Omit<Props<Row>, "narrow">) {
  return (
    <table>
      <caption className={captionHidden ? "visually-hidden" : "table-caption"}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeaderCell key={column.id} {...column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className={strong?.(row) ? "is-strong" : undefined}>
            {columns.map((column) => (
              <Cell key={column.id} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HeaderCell<Row>({ label, numeric, sort }: Column<Row>) {
  return (
    <th scope="col" className={numeric ? "is-number" : undefined} aria-sort={sort?.direction}>
      {sort ? <a href={sort.href}>{label}</a> : label}
    </th>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  if (column.header) return <th scope="row">{column.cell(row)}</th>;
  return (
    <td className={column.numeric ? "is-number" : undefined} data-label={column.label}>
      {column.cell(row)}
    </td>
  );
}
