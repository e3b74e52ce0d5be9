import { useLoaderData } from "@remix-run/react";
import { listDistricts } from "~/domain/communities/community-queries.server";
import { allow } from "~/domain/identity/allow.server";
import { QUEUE_VIEWS } from "~/domain/prioritisation/screening";
import {
  countScreeningQueue,
  listScreeningQueue,
  type QueueFilter,
} from "~/domain/prioritisation/screening-queries.server";
import { localText } from "~/i18n/local-text";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { now } from "~/platform/clock.server";
import { readPage } from "~/shared/paging";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkboxes";
import { EmptyState } from "~/ui/empty-state";
import { SearchForm } from "~/ui/form";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Pagination } from "~/ui/pagination";
import { Select } from "~/ui/select";
import { Tabs } from "~/ui/tabs";
import { QueueTable } from "./queue-table";

export const loader = allow("moderator", async ({ community, url }) => {
  const districts = await listDistricts(community);
  const filter = readFilter(url.searchParams, districts);
  const [queue, counts] = await Promise.all([
    listScreeningQueue(community, filter, readPage(url.searchParams)),
    countScreeningQueue(community),
  ]);
  return {
    queue,
    counts,
    filter,
    districts: districts.map(({ id, code, name }) => ({ id, code, name })),
    now: now(),
  };
});

/** The address is the state: an unknown word means the plain view. */
function readFilter(params: URLSearchParams, districts: { id: string; code: string }[]): QueueFilter {
  return {
    view: QUEUE_VIEWS.find((view) => view === params.get("view")) ?? "waiting",
    districtId: districts.find(({ code }) => code === params.get("district"))?.id ?? null,
    overdueOnly: params.get("overdue") === "yes",
  };
}

export const meta = pageMeta((t) => t("prioritisation.queue.title"), { hidden: true });

export default function Moderation() {
  const t = useT();
  const locale = useLocale();
  const { queue, counts, filter, districts, now: instant } = useLoaderData<typeof loader>();
  const district = districts.find(({ id }) => id === filter.districtId)?.code;
  const base = `/${locale}/admin/moderation`;
  const address = (change: Record<string, string | undefined>) => {
    const all = { view: filter.view, district, overdue: filter.overdueOnly ? "yes" : undefined, ...change };
    const set = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return `${base}?${new URLSearchParams(set)}`;
  };
  return (
    <Page
      title={t("prioritisation.queue.title")}
      lead={t("prioritisation.queue.lead")}
      back={{ href: `/${locale}/admin` }}
      wide
    >
      <Tabs
        label={t("prioritisation.queue.views")}
        items={QUEUE_VIEWS.map((view) => ({
          href: address({ view }),
          label: t(`prioritisation.queue.view.${view}`),
          current: view === filter.view,
          count: counts[view],
        }))}
      />
      <Filter base={base} district={district} />
      {queue.rows.length === 0 ? <EmptyState title={t("prioritisation.queue.empty")} /> : null}
      {queue.rows.length > 0 ? (
        <QueueTable rows={queue.rows} view={filter.view} districts={districts} now={instant} />
      ) : null}
      <Pagination page={queue.page} pages={queue.pages} href={(page) => address({ page: String(page) })} />
      <Total total={queue.total} />
    </Page>
  );
}

function Total({ total }: { total: number }) {
  const t = useT();
  const format = useFormat();
  return <p className="quiet small">{t("prioritisation.queue.total", { total: format.number(total) })}</p>;
}

function Filter({ base, district }: { base: string; district: string | undefined }) {
  const t = useT();
  const locale = useLocale();
  const { filter, districts } = useLoaderData<typeof loader>();
  return (
    <SearchForm action={base} label={t("prioritisation.queue.filter")}>
      <input type="hidden" name="view" value={filter.view} />
      <Select
        name="district"
        label={t("prioritisation.queue.district")}
        options={districts.map(({ code, name }) => ({ value: code, label: localText(name, locale).text }))}
        defaultValue={district}
        emptyLabel={t("prioritisation.queue.everywhere")}
      />
      <Checkbox
        name="overdue"
        label={t("prioritisation.queue.overdueOnly")}
        defaultChecked={filter.overdueOnly}
      />
      <Button variant="secondary">{t("common.actions.apply")}</Button>
    </SearchForm>
  );
}
