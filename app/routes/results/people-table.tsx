import { useFormat, useT } from "~/i18n/use-translation";
import { Datum } from "~/ui/charts/datum";
import { Table } from "~/ui/table";

type Props<Row> = {
  /** By which the picture finds the figures. */
  id: string;
  caption: string;
  heading: string;
  rows: Row[];
  label: (row: Row) => string;
};

/** How many people, row by row: the table behind a picture of columns. */
export function PeopleTable<Row extends { voters: number }>({
  id,
  caption,
  heading,
  rows,
  label,
}: Props<Row>) {
  const t = useT();
  const format = useFormat();
  return (
    <div id={id}>
      <Table
        caption={caption}
        captionHidden
        rows={rows}
        rowKey={label}
        narrow="scroll"
        columns={[
          { id: "row", label: heading, header: true, cell: label },
          {
            id: "people",
            label: t("results.charts.people"),
            numeric: true,
            cell: ({ voters }) => (
              <Datum field="people" value={voters}>
                {format.number(voters)}
              </Datum>
            ),
          },
        ]}
      />
    </div>
  );
}
