import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { listLetters } from "~/domain/notifications/letter-queries.server";
import { useLocale, useT } from "~/i18n/use-translation";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Table } from "~/ui/table";
import { Time } from "~/ui/time";

export const meta = pageMeta((t) => t("notifications.mailbox.title"), { hidden: true });

/** Exists only where no letter leaves the house: everybody may read all of them. */
export const loader = allow("anyone", async ({ community, demo }) => {
  if (!demo) throw new Response(null, { status: 404 });
  return { letters: await listLetters(community) };
});

export default function Mailbox() {
  const t = useT();
  const locale = useLocale();
  const { letters } = useLoaderData<typeof loader>();
  return (
    <Page title={t("notifications.mailbox.title")} lead={t("notifications.mailbox.lead")} wide>
      {letters.length === 0 ? (
        <EmptyState title={t("notifications.mailbox.empty")}>
          {t("notifications.mailbox.emptyHint")}
        </EmptyState>
      ) : (
        <Table
          caption={t("notifications.mailbox.caption")}
          captionHidden
          rows={letters}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "subject",
              label: t("notifications.mailbox.subject"),
              header: true,
              cell: ({ id, subject, language }) => (
                <a href={`/${locale}/mailbox/${id}`} lang={language}>
                  {subject}
                </a>
              ),
            },
            { id: "to", label: t("notifications.mailbox.to"), cell: ({ recipient }) => recipient },
            {
              id: "time",
              label: t("notifications.mailbox.time"),
              cell: ({ createdAt }) => <Time value={createdAt} format="dateTime" />,
            },
          ]}
        />
      )}
    </Page>
  );
}
