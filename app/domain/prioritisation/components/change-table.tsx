import type { AmendedField } from "~/domain/prioritisation/amendment";
import { useT } from "~/i18n/use-translation";
import { Table } from "~/ui/table";
import { type DistrictName, useSheetWords } from "./sheet-words";

type Props = { caption: string; changes: readonly AmendedField[]; districts: readonly DistrictName[] };

/** What was changed: the name of each value, before and after. */
export function ChangeTable({ caption, changes, districts }: Props) {
  const t = useT();
  const words = useSheetWords(districts);
  return (
    <Table
      caption={caption}
      captionHidden
      rows={[...changes]}
      rowKey={({ field }) => field}
      columns={[
        {
          id: "field",
          label: t("prioritisation.change.field"),
          header: true,
          cell: ({ field }) => words.label(field),
        },
        {
          id: "before",
          label: t("prioritisation.change.before"),
          cell: ({ field, before }) => words.value(field, before),
        },
        {
          id: "after",
          label: t("prioritisation.change.after"),
          cell: ({ field, after }) => words.value(field, after),
        },
      ]}
    />
  );
}
