import type { ListedSheet } from "~/domain/petitions/sheet-queries.server";
import { useFormat, useT } from "~/i18n/use-translation";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";

type Row = Omit<ListedSheet, "keyedBy"> & { isMine: boolean };

/** Sheets with the two people who handled them; those that wait for the reader stand out. */
export function SheetTable({ rows, base }: { rows: Row[]; base: string }) {
  const t = useT();
  const format = useFormat();
  return (
    <Table
      caption={t("integrity.sheets.listTitle")}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "sheet",
          label: t("integrity.sheets.sheet"),
          header: true,
          cell: ({ id, batch, number }) => (
            <a href={`${base}/${id}`}>{t("integrity.sheet.caption", { batch, number })}</a>
          ),
        },
        {
          id: "lines",
          label: t("integrity.sheets.lines"),
          numeric: true,
          cell: ({ lines }) => format.number(lines),
        },
        {
          id: "state",
          label: t("integrity.sheets.state"),
          cell: ({ checked, isMine }) => {
            if (checked) return <Tag tone="success">{t("integrity.sheets.checked")}</Tag>;
            return (
              <Tag tone="warning">{t(isMine ? "integrity.sheets.waitsOther" : "integrity.sheets.waits")}</Tag>
            );
          },
        },
        {
          id: "keyer",
          label: t("integrity.sheets.keyedBy"),
          cell: ({ keyer, keyedAt }) => `${keyer ?? "–"}, ${format.date(keyedAt)}`,
        },
        {
          id: "checker",
          label: t("integrity.sheets.checkedBy"),
          cell: ({ checker, checkedAt }) =>
            checkedAt ? `${checker ?? "–"}, ${format.date(checkedAt)}` : "–",
        },
      ]}
    />
  );
}
