import { useT } from "~/i18n/use-translation";
import { Details } from "~/ui/details";
import { Table } from "~/ui/table";
import { DEMO_PASSWORD, demoAccounts } from "../demo-accounts";

/** Invented people one may sign in as; nothing in a community without them. */
export function DemoAccounts({ slug }: { slug: string }) {
  const t = useT();
  const accounts = demoAccounts[slug] ?? [];
  if (accounts.length === 0) return null;
  return (
    <Details summary={t("communities.demo.accounts")} open>
      <div className="stack">
        <p>
          {t("communities.demo.password")} <code>{DEMO_PASSWORD}</code>
        </p>
        <Table
          caption={t("communities.demo.accounts")}
          captionHidden
          rows={[...accounts]}
          rowKey={({ email }) => email}
          columns={[
            {
              id: "role",
              label: t("communities.demo.role"),
              header: true,
              cell: ({ role }) => t(`communities.demo.${role}`),
            },
            { id: "email", label: t("communities.demo.email"), cell: ({ email }) => <code>{email}</code> },
          ]}
        />
      </div>
    </Details>
  );
}
