import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { SignableTable } from "~/domain/petitions/components/signable-table";
import { listSignablePetitions } from "~/domain/petitions/signable-queries.server";
import { useLocale, useT } from "~/i18n/use-translation";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";

export const meta = pageMeta((t) => t("integrity.sheets.title"), { hidden: true });

export const loader = allow("clerk", async ({ community }) => ({
  rows: await listSignablePetitions(community),
}));

export default function SheetPetitions() {
  const t = useT();
  const locale = useLocale();
  const { rows } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("integrity.sheets.title")}
      lead={t("integrity.sheets.choose")}
      back={{ href: `/${locale}/admin` }}
    >
      <SignableTable
        caption={t("integrity.sheets.title")}
        rows={rows}
        href={(number) => `/${locale}/admin/petitions/${number}/sheets`}
        count={{ label: t("integrity.sheets.unchecked"), of: "unchecked" }}
      />
    </Page>
  );
}
