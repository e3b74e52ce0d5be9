import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { listSignablePetitions } from "~/domain/petitions/signable-queries.server";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Table } from "~/ui/table";

export const meta = pageMeta((t) => t("integrity.sheets.title"), { hidden: true });

export const loader = allow("clerk", async ({ community }) => ({
  rows: await listSignablePetitions(community),
}));

export default function SheetPetitions() {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { rows } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("integrity.sheets.title")}
      lead={t("integrity.sheets.choose")}
      back={{ href: `/${locale}/admin` }}
    >
      {rows.length === 0 ? (
        <EmptyState title={t("integrity.desk.noPetitions")} />
      ) : (
        <Table
          caption={t("integrity.sheets.title")}
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
                  href={`/${locale}/admin/petitions/${number}/sheets`}
                  lang={language === locale ? undefined : language}
                >
                  {title}
                </a>
              ),
            },
            {
              id: "unchecked",
              label: t("integrity.sheets.unchecked"),
              numeric: true,
              cell: ({ unchecked }) => format.number(unchecked),
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
