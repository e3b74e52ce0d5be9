import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { DutyStanding } from "~/domain/petitions/components/duty-standing";
import { countDuties, listDuties } from "~/domain/petitions/duty-queries.server";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { now } from "~/platform/clock.server";
import { readPage } from "~/shared/paging";
import { BigFigures } from "~/ui/big-figures";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Pagination } from "~/ui/pagination";
import { Table } from "~/ui/table";

export const meta = pageMeta((t) => t("answers.register.title"));

/** What the council owes petitions and how it keeps its terms: nobody's to hide. */
export const loader = allow("anyone", async ({ community, url }) => {
  const [duties, counts] = await Promise.all([
    listDuties(community, "all", readPage(url.searchParams, 50)),
    countDuties(community),
  ]);
  const rows = duties.rows.map(({ petitionId: _, hidden, title, ...row }) => ({
    ...row,
    title: hidden ? null : title,
  }));
  return { duties: { ...duties, rows }, counts, now: now() };
});

export default function Answers() {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { duties, counts } = useLoaderData<typeof loader>();
  const { answered, inTime, overdue, owed } = counts;
  const share = {
    inTime: format.number(inTime),
    answered: format.number(answered),
  };
  return (
    <Page
      title={t("answers.register.title")}
      lead={t("answers.register.lead")}
      breadcrumbs={[{ href: `/${locale}/petitions`, label: t("answers.register.petitions") }]}
      wide
    >
      <BigFigures
        items={[
          {
            value: answered > 0 ? t("answers.register.ofAnswers", share) : t("answers.register.none"),
            label: t("answers.register.inTime"),
          },
          { value: format.number(overdue), label: t("answers.register.overdue") },
          { value: format.number(owed - overdue), label: t("answers.register.waiting") },
        ]}
      />
      {duties.rows.length === 0 ? <EmptyState title={t("answers.register.empty")} /> : <Register />}
      <Pagination
        page={duties.page}
        pages={duties.pages}
        href={(page) => `/${locale}/petitions/answers?page=${page}`}
      />
    </Page>
  );
}

function Register() {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { duties, now: instant } = useLoaderData<typeof loader>();
  return (
    <Table
      caption={t("answers.register.caption")}
      rows={duties.rows}
      rowKey={({ number, duty }) => `${number} ${duty}`}
      columns={[
        {
          id: "petition",
          label: t("answers.register.petition"),
          header: true,
          cell: ({ number, title, language }) => (
            <>
              <span className="quiet">{t("answers.register.number", { number })}</span>{" "}
              <a
                href={`/${locale}/petitions/${number}`}
                lang={title && language !== locale ? language : undefined}
              >
                {title ?? t("answers.register.hidden")}
              </a>
            </>
          ),
        },
        { id: "duty", label: t("answers.register.duty"), cell: ({ duty }) => t(`petitions.duty.${duty}`) },
        { id: "due", label: t("answers.register.due"), cell: ({ dueAt }) => format.deadline(dueAt) },
        {
          id: "standing",
          label: t("answers.register.standing"),
          cell: (row) => <DutyStanding row={row} now={instant} />,
        },
      ]}
    />
  );
}
