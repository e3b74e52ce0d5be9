import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { listSignablePetitions } from "~/domain/petitions/signable-queries.server";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Table } from "~/ui/table";

export const meta = pageMeta((t) => t("integrity.desk.title"), { hidden: true });

export const loader = allow("consultant", async ({ community }) => ({
  rows: await listSignablePetitions(community),
}));

export default function ServiceDesk() {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { rows } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("integrity.desk.title")}
      lead={t("integrity.desk.lead")}
      back={{ href: `/${locale}/admin` }}
    >
      {rows.length === 0 ? (
        <EmptyState title={t("integrity.desk.noPetitions")} />
      ) : (
        <Table
          caption={t("integrity.desk.petitions")}
          captionHidden
          rows={rows}
          rowKey={({ number }) => number}
          columns={[
            { id: "number", label: t("integrity.desk.number"), cell: ({ number }) => number },
            {
              id: "title",
              label: t("integrity.desk.petition"),
              header: true,
              cell: ({ number, title, language }) => (
                <a
                  href={`/${locale}/desk/petitions/${number}/sign`}
                  lang={language === locale ? undefined : language}
                >
                  {title}
                </a>
              ),
            },
            {
              id: "signatures",
              label: t("integrity.desk.signatures"),
              numeric: true,
              cell: ({ signatures }) => format.number(signatures),
            },
            {
              id: "closes",
              label: t("integrity.desk.closes"),
              cell: ({ closesAt }) => (closesAt ? format.deadline(closesAt) : "–"),
            },
          ]}
        />
      )}
    </Page>
  );
}
