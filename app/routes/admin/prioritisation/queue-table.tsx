import type { LocalText } from "~/domain/communities/community";
import type { QueueView } from "~/domain/prioritisation/screening";
import type { QueuedInitiative } from "~/domain/prioritisation/screening-queries.server";
import { localText } from "~/i18n/local-text";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";

type Props = {
  rows: QueuedInitiative[];
  view: QueueView;
  districts: { id: string; name: LocalText }[];
  now: Date;
};

/** What has waited longest first: title, place, age and deadline of each. */
export function QueueTable({ rows, view, districts, now }: Props) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const area = (districtId: string | null) => {
    const district = districts.find(({ id }) => id === districtId);
    return district ? localText(district.name, locale).text : t("prioritisation.area.whole");
  };
  return (
    <Table
      caption={t(`prioritisation.queue.view.${view}`)}
      captionHidden
      rows={rows}
      rowKey={({ number }) => number}
      columns={[
        { id: "number", label: t("prioritisation.round.number"), cell: ({ number }) => number },
        {
          id: "title",
          label: t("prioritisation.queue.initiative"),
          header: true,
          cell: ({ number, title, language }) => (
            <a
              href={`/${locale}/admin/moderation/${number}`}
              lang={language === locale ? undefined : language}
            >
              {title}
            </a>
          ),
        },
        { id: "area", label: t("prioritisation.round.place"), cell: ({ districtId }) => area(districtId) },
        {
          id: "since",
          label: t("prioritisation.queue.since"),
          cell: ({ since }) => format.relative(since, now),
        },
        {
          id: "deadline",
          label: t("prioritisation.queue.deadline"),
          cell: ({ screeningEnds, dueAt }) => (
            <Deadline
              date={view === "returned" ? dueAt : screeningEnds}
              now={now}
              open={view === "waiting" || view === "returned"}
            />
          ),
        },
      ]}
    />
  );
}

function Deadline({ date, now, open }: { date: Date | null; now: Date; open: boolean }) {
  const t = useT();
  const format = useFormat();
  if (!date || !open) return null;
  if (date <= now)
    return <Tag tone="danger">{t("prioritisation.queue.overdue", { date: format.day(date) })}</Tag>;
  return format.deadline(date);
}
