import { type BatchTotal, LINE_OUTCOMES } from "~/domain/petitions/sheet";
import { useFormat, useT } from "~/i18n/use-translation";
import { Table } from "~/ui/table";

/** Each batch in one row that adds up: lines are those accepted, those refused by reason, and those that wait. */
export function BatchTable({ rows }: { rows: BatchTotal[] }) {
  const t = useT();
  const format = useFormat();
  return (
    <Table
      caption={t("integrity.batch.title")}
      rows={rows}
      rowKey={({ batch }) => batch}
      columns={[
        { id: "batch", label: t("integrity.sheet.batch"), header: true, cell: ({ batch }) => batch },
        {
          id: "sheets",
          label: t("integrity.batch.sheets"),
          numeric: true,
          cell: ({ sheets }) => format.number(sheets),
        },
        {
          id: "lines",
          label: t("integrity.sheets.lines"),
          numeric: true,
          cell: ({ lines }) => format.number(lines),
        },
        ...LINE_OUTCOMES.map((outcome) => ({
          id: outcome,
          label: t(`integrity.batch.outcome.${outcome}`),
          numeric: true,
          cell: ({ outcomes }: BatchTotal) => format.number(outcomes[outcome]),
        })),
        {
          id: "waiting",
          label: t("integrity.batch.waiting"),
          numeric: true,
          cell: ({ waiting }) => format.number(waiting),
        },
      ]}
    />
  );
}
