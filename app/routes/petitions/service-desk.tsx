import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { SignableTable } from "~/domain/petitions/components/signable-table";
import { listSignablePetitions } from "~/domain/petitions/signable-queries.server";
import { useLocale, useT } from "~/i18n/use-translation";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";

export const meta = pageMeta((t) => t("integrity.desk.title"), { hidden: true });

export const loader = allow("consultant", async ({ community }) => ({
  rows: await listSignablePetitions(community),
}));

export default function ServiceDesk() {
  const t = useT();
  const locale = useLocale();
  const { rows } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("integrity.desk.title")}
      lead={t("integrity.desk.lead")}
      back={{ href: `/${locale}/admin` }}
    >
      <SignableTable
        caption={t("integrity.desk.title")}
        rows={rows}
        href={(number) => `/${locale}/desk/petitions/${number}/sign`}
        count={{ label: t("integrity.desk.signatures"), of: "signatures" }}
      />
    </Page>
  );
}
