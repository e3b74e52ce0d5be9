import type { LocalText } from "~/domain/communities/community";
import type { SheetLine } from "~/domain/petitions/sheet-queries.server";
import { useFormat, useT } from "~/i18n/use-translation";
import { Localised } from "~/ui/localised";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";

export type ShownLine = Omit<SheetLine, "districtId"> & { district: LocalText | null; signedBefore: boolean };

/** The lines as they were keyed, with what the check said. */
export function SheetLines({ lines }: { lines: ShownLine[] }) {
  const t = useT();
  const format = useFormat();
  return (
    <Table
      caption={t("integrity.sheet.linesTitle")}
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        { id: "line", label: t("integrity.sheet.lineColumn"), cell: ({ line }) => line },
        { id: "name", label: t("integrity.sheet.name"), header: true, cell: ({ name }) => name || "–" },
        {
          id: "born",
          label: t("integrity.sheet.bornOn"),
          cell: ({ bornOn }) => (bornOn ? format.date(bornOn) : "–"),
        },
        {
          id: "district",
          label: t("integrity.sheet.district"),
          cell: ({ district }) => (district ? <Localised text={district} label={false} /> : "–"),
        },
        {
          id: "basis",
          label: t("integrity.sheet.basis"),
          cell: ({ basis }) => t(`integrity.sheet.basisName.${basis}`),
        },
        {
          id: "outcome",
          label: t("integrity.sheet.outcomeColumn"),
          cell: ({ outcome }) =>
            outcome ? (
              <Tag tone={outcome === "accepted" ? "success" : "neutral"}>
                {t(`integrity.sheet.outcome.${outcome}`)}
              </Tag>
            ) : (
              "–"
            ),
        },
      ]}
    />
  );
}
