import { DutyStanding } from "~/domain/petitions/components/duty-standing";
import type { DutyRow, DutyView } from "~/domain/petitions/response";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Table } from "~/ui/table";

type Row = Omit<DutyRow, "title" | "hidden"> & { title: string | null };

/** Petition, what is owed by whom and when, where it stands; the title leads to the page of the act. */
export function DutyTable({ rows, view, now }: { rows: Row[]; view: DutyView; now: Date }) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  return (
    <Table
      caption={t(`answers.desk.view.${view}`)}
      captionHidden
      rows={rows}
      rowKey={({ number, duty }) => `${number} ${duty}`}
      columns={[
        {
          id: "title",
          label: t("answers.register.petition"),
          header: true,
          cell: ({ number, title, duty, language }) => (
            <>
              <span className="quiet">{t("answers.register.number", { number })}</span>{" "}
              <a
                href={`/${locale}/admin/petitions/${number}/${duty}`}
                lang={title && language !== locale ? language : undefined}
              >
                {title ?? t("answers.register.hidden")}
              </a>
            </>
          ),
        },
        { id: "duty", label: t("answers.register.duty"), cell: ({ duty }) => t(`petitions.duty.${duty}`) },
        { id: "owner", label: t("answers.register.owner"), cell: ({ addressee }) => addressee },
        { id: "due", label: t("answers.register.due"), cell: ({ dueAt }) => format.deadline(dueAt) },
        {
          id: "standing",
          label: t("answers.register.standing"),
          cell: (row) => <DutyStanding row={row} now={now} countsDays={view === "owed"} />,
        },
      ]}
    />
  );
}
