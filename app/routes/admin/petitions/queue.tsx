import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { MODERATION_VIEWS } from "~/domain/petitions/moderation";
import {
  countModerationQueue,
  listModerationQueue,
} from "~/domain/petitions/moderation-queue-queries.server";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { now } from "~/platform/clock.server";
import { readPage } from "~/shared/paging";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Pagination } from "~/ui/pagination";
import { Tabs } from "~/ui/tabs";
import { QueueTable } from "./queue-table";

export const meta = pageMeta((t) => t("moderation.queue.title"), { hidden: true });

export const loader = allow("moderator", async ({ community, url }) => {
  const view = MODERATION_VIEWS.find((known) => known === url.searchParams.get("view")) ?? "waiting";
  const [queue, counts] = await Promise.all([
    listModerationQueue(community, view, readPage(url.searchParams)),
    countModerationQueue(community),
  ]);
  return { view, queue, counts, now: now() };
});

export default function ModerationQueue() {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { view, queue, counts, now: instant } = useLoaderData<typeof loader>();
  const address = (wanted: string, page?: number) =>
    `/${locale}/admin/petitions?${new URLSearchParams({ view: wanted, ...(page ? { page: String(page) } : {}) })}`;
  return (
    <Page
      title={t("moderation.queue.title")}
      lead={t("moderation.queue.lead")}
      back={{ href: `/${locale}/admin` }}
      wide
    >
      <Tabs
        label={t("moderation.queue.views")}
        items={MODERATION_VIEWS.map((each) => ({
          href: address(each),
          label: t(`moderation.view.${each}`),
          current: each === view,
          count: counts[each],
        }))}
      />
      {queue.rows.length === 0 ? (
        <EmptyState title={t("moderation.queue.empty")} />
      ) : (
        <QueueTable rows={queue.rows} view={view} now={instant} />
      )}
      <Pagination page={queue.page} pages={queue.pages} href={(page) => address(view, page)} />
      <p className="quiet small">{t("moderation.queue.total", { total: format.number(queue.total) })}</p>
    </Page>
  );
}
