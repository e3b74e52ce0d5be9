import type { ListedQuarantine } from "~/domain/petitions/quarantine-queries.server";
import { useFormat, useT } from "~/i18n/use-translation";
import { Table } from "~/ui/table";
import { QuarantineState } from "./quarantine-state";

/** Proposals that wait and those that are decided, the newest first. */
export function QuarantineTable({ rows, base }: { rows: ListedQuarantine[]; base: string }) {
  const t = useT();
  const format = useFormat();
  return (
    <Table
      caption={t("integrity.quarantine.listTitle")}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "cause",
          label: t("integrity.quarantine.cause"),
          header: true,
          cell: ({ id, cause }) => <a href={`${base}/quarantines/${id}`}>{cause}</a>,
        },
        {
          id: "signatures",
          label: t("integrity.quarantine.signatures"),
          numeric: true,
          cell: ({ signatures }) => format.number(signatures),
        },
        {
          id: "state",
          label: t("integrity.quarantine.state"),
          cell: ({ decision, underWay }) => <QuarantineState decision={decision} underWay={underWay} />,
        },
        { id: "by", label: t("integrity.quarantine.proposedBy"), cell: ({ proposer }) => proposer ?? "–" },
        {
          id: "at",
          label: t("integrity.quarantine.proposedAt"),
          cell: ({ proposedAt }) => format.dateTime(proposedAt),
        },
      ]}
    />
  );
}
