import { useFormat, useT } from "~/i18n/use-translation";
import { Facts } from "~/ui/facts";
import { Table } from "~/ui/table";
import type { Removals as RemovalCounts } from "../removals";

/** The public register of signatures that do not count: how many and why, never whose. */
export function Removals({ removals }: { removals: RemovalCounts }) {
  const t = useT();
  const format = useFormat();
  const { counted, removed, bySigners, checks } = removals;
  if (removed === 0 && checks.length === 0) return <p>{t("integrity.removals.none")}</p>;
  const rows = [
    { cause: t("integrity.removals.bySigners"), signatures: bySigners, at: null, restored: false },
    ...checks.map(({ cause, signatures, at, decision }) => ({
      cause,
      signatures,
      at,
      restored: decision === "restored",
    })),
  ];
  return (
    <>
      <Facts
        items={[
          { label: t("integrity.removals.counted"), value: format.number(counted) },
          { label: t("integrity.removals.removed"), value: format.number(removed) },
          { label: t("integrity.removals.together"), value: format.number(counted + removed) },
        ]}
      />
      <Table
        caption={t("integrity.removals.byCause")}
        rows={rows.map((row, place) => ({ ...row, place }))}
        rowKey={({ place }) => place}
        columns={[
          {
            id: "cause",
            label: t("integrity.removals.cause"),
            header: true,
            cell: ({ cause, restored }) => (restored ? t("integrity.removals.restored", { cause }) : cause),
          },
          {
            id: "signatures",
            label: t("integrity.removals.signatures"),
            numeric: true,
            cell: ({ signatures }) => format.number(signatures),
          },
          {
            id: "at",
            label: t("integrity.removals.at"),
            cell: ({ at }) => (at ? format.date(at) : "–"),
          },
        ]}
      />
    </>
  );
}
