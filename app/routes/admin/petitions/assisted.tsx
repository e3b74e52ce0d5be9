import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { listAssistedReport } from "~/domain/petitions/assisted-queries.server";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Table } from "~/ui/table";

export const meta = pageMeta((t) => t("integrity.assisted.title"), { hidden: true });

export const loader = allow("administrator", async ({ community }) => ({
  rows: await listAssistedReport(community),
}));

export default function AssistedReport() {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { rows } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("integrity.assisted.title")}
      lead={t("integrity.assisted.lead")}
      back={{ href: `/${locale}/admin` }}
    >
      {rows.length === 0 ? (
        <EmptyState title={t("integrity.assisted.empty")} />
      ) : (
        <Table
          caption={t("integrity.assisted.title")}
          captionHidden
          rows={rows}
          rowKey={({ consultantId }) => consultantId}
          columns={[
            { id: "name", label: t("integrity.assisted.consultant"), header: true, cell: ({ name }) => name },
            numeric("signatures", t("integrity.assisted.signatures")),
            numeric("petitions", t("integrity.assisted.petitions")),
            numeric("removed", t("integrity.assisted.removed")),
            numeric("busiestHour", t("integrity.assisted.busiest")),
            {
              id: "last",
              label: t("integrity.assisted.last"),
              cell: ({ lastAt }) => format.dateTime(new Date(lastAt)),
            },
          ]}
        />
      )}
      <p className="hint">{t("integrity.assisted.hint")}</p>
    </Page>
  );

  function numeric(id: "signatures" | "petitions" | "removed" | "busiestHour", label: string) {
    return { id, label, numeric: true, cell: (row: (typeof rows)[number]) => format.number(row[id]) };
  }
}
