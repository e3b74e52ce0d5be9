import type { ModerationView } from "~/domain/petitions/moderation";
import type { QueuedPetition } from "~/domain/petitions/moderation-queue-queries.server";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { type Column, Table } from "~/ui/table";
import { Tag } from "~/ui/tag";

type Props = { rows: QueuedPetition[]; view: ModerationView; now: Date };

/** What is due first stands first: number, title, age, term and who has it open. */
export function QueueTable({ rows, view, now }: Props) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const waits = view === "waiting" || view === "reviews";
  return (
    <Table
      caption={t(`moderation.view.${view}`)}
      captionHidden
      rows={rows}
      rowKey={({ number }) => number}
      columns={[
        { id: "number", label: t("moderation.queue.number"), cell: ({ number }) => number },
        {
          id: "title",
          label: t("moderation.queue.petition"),
          header: true,
          cell: ({ number, title, language }) => (
            <a
              href={`/${locale}/admin/petitions/${number}`}
              lang={language === locale ? undefined : language}
            >
              {title}
            </a>
          ),
        },
        {
          id: "since",
          label: t("moderation.queue.since"),
          cell: ({ since }) => format.relative(since, now),
        },
        ...(view === "hidden" ? [] : [dueColumn(t(`moderation.queue.due.${view}`), now, waits)]),
        ...(waits ? [heldColumn(t("moderation.queue.held"))] : []),
      ]}
    />
  );
}

function dueColumn(label: string, now: Date, marked: boolean): Column<QueuedPetition> {
  return { id: "due", label, cell: ({ dueAt }) => <Due date={dueAt} now={now} marked={marked} /> };
}

function heldColumn(label: string): Column<QueuedPetition> {
  return { id: "held", label, cell: (row) => <Holder row={row} /> };
}

function Holder({ row: { heldBy, heldUntil } }: { row: QueuedPetition }) {
  const t = useT();
  const format = useFormat();
  if (!heldBy || !heldUntil) return <>{t("moderation.queue.free")}</>;
  return <>{t("moderation.queue.heldBy", { name: heldBy, time: format.time(heldUntil) })}</>;
}

/** Only what waits for a moderator is marked as overdue; for an author or signers a term just ends. */
function Due({ date, now, marked }: { date: Date | null; now: Date; marked: boolean }) {
  const t = useT();
  const format = useFormat();
  if (!date) return <>–</>;
  if (marked && date <= now)
    return <Tag tone="danger">{t("moderation.queue.overdue", { date: format.deadline(date) })}</Tag>;
  return <>{format.deadline(date)}</>;
}
