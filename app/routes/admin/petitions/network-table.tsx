import type { ListedNetwork } from "~/domain/petitions/signing-network-queries.server";
import { useT } from "~/i18n/use-translation";
import { ActionButton } from "~/ui/form";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";

const TONES = { blocked: "danger", trusted: "success", usual: "neutral" } as const;

/** The networks that staff have named, each with its button to take it off. */
export function NetworkTable({ rows, base }: { rows: ListedNetwork[]; base: string }) {
  const t = useT();
  return (
    <Table
      caption={t("integrity.networks.title")}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "network",
          label: t("integrity.networks.network"),
          header: true,
          cell: ({ network }) => network,
        },
        { id: "country", label: t("integrity.networks.country"), cell: ({ country }) => country ?? "–" },
        {
          id: "treatment",
          label: t("integrity.networks.treatment"),
          cell: ({ treatment }) => (
            <Tag tone={TONES[treatment]}>{t(`integrity.networks.treatmentName.${treatment}`)}</Tag>
          ),
        },
        { id: "note", label: t("integrity.networks.note"), cell: ({ note }) => note || "–" },
        {
          id: "remove",
          label: t("integrity.networks.removeColumn"),
          cell: ({ id, network }) => (
            <ActionButton action={`${base}/${id}/remove`} variant="quiet">
              {t("common.actions.delete")}
              <span className="visually-hidden"> {network}</span>
            </ActionButton>
          ),
        },
      ]}
    />
  );
}
