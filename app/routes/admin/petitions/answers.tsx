import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { countDuties, listDuties } from "~/domain/petitions/duty-queries.server";
import { petitionNumber } from "~/domain/petitions/petition";
import { findPetition } from "~/domain/petitions/petition-queries.server";
import { DUTY_VIEWS, isAnswered } from "~/domain/petitions/response";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { now } from "~/platform/clock.server";
import { readPage } from "~/shared/paging";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Pagination } from "~/ui/pagination";
import { Tabs } from "~/ui/tabs";
import { DutyTable } from "./duty-table";
import { FindPetition } from "./find-petition";

export const meta = pageMeta((t) => t("answers.desk.title"), { hidden: true });

/** What the council owes; `number` leads to any petition that may be answered before it has to be. */
export const loader = allow("clerk", async ({ community, url, locale }) => {
  const wanted = url.searchParams.get("number");
  const number = petitionNumber(wanted?.trim());
  const found = number === null ? null : await findPetition(community, { number });
  if (found && isAnswered(found.state)) throw redirect(`/${locale}/admin/petitions/${number}/answer`);
  const view = DUTY_VIEWS.find((known) => known === url.searchParams.get("view")) ?? "owed";
  const [duties, counts] = await Promise.all([
    listDuties(community, view, readPage(url.searchParams)),
    countDuties(community),
  ]);
  const rows = duties.rows.map(({ hidden, title, ...row }) => ({ ...row, title: hidden ? null : title }));
  return { view, duties: { ...duties, rows }, counts, wanted, now: now() };
});

export default function AnswersDesk() {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { view, duties, counts, wanted, now: instant } = useLoaderData<typeof loader>();
  const address = (of: string, page?: number) =>
    `/${locale}/admin/petition-answers?${new URLSearchParams({ view: of, ...(page ? { page: String(page) } : {}) })}`;
  return (
    <Page
      title={t("answers.desk.title")}
      lead={t("answers.desk.lead")}
      back={{ href: `/${locale}/admin` }}
      errors={wanted === null ? [] : [{ field: "number", message: t("answers.desk.notFound") }]}
      wide
    >
      <Tabs
        label={t("answers.desk.views")}
        items={DUTY_VIEWS.map((each) => ({
          href: address(each),
          label: t(`answers.desk.view.${each}`),
          current: each === view,
          count: counts[each],
        }))}
      />
      {duties.rows.length === 0 ? (
        <EmptyState title={t(`answers.desk.empty.${view}`)} />
      ) : (
        <DutyTable rows={duties.rows} view={view} now={instant} />
      )}
      <Pagination page={duties.page} pages={duties.pages} href={(page) => address(view, page)} />
      <p className="quiet small">{t("answers.register.total", { total: format.number(duties.total) })}</p>
      <FindPetition wanted={wanted} />
    </Page>
  );
}
