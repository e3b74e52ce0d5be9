import type { CalendarDay } from "~/domain/communities/calendar-lines";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { EmptyState } from "~/ui/empty-state";
import { ActionButton } from "~/ui/form";
import { Localised } from "~/ui/localised";
import { Section } from "~/ui/section";
import { Table } from "~/ui/table";
import { Tabs } from "~/ui/tabs";

type Props = { year: number; years: number[]; days: CalendarDay[] };

/** The days of one year, each with its button to take it out. */
export function CalendarDays({ year, years, days }: Props) {
  const t = useT();
  const base = `/${useLocale()}/admin/calendar`;
  const shown = years.includes(year) ? years : [year, ...years];
  return (
    <Section title={t("moderation.calendar.days", { year: String(year) })}>
      <Tabs
        label={t("moderation.calendar.years")}
        items={shown.map((each) => ({
          href: `${base}?year=${each}`,
          label: String(each),
          current: each === year,
        }))}
      />
      {days.length === 0 ? (
        <EmptyState title={t("moderation.calendar.empty")} />
      ) : (
        <DayTable year={year} days={days} />
      )}
    </Section>
  );
}

function DayTable({ year, days }: Pick<Props, "year" | "days">) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const base = `/${locale}/admin/calendar`;
  return (
    <Table
      caption={t("moderation.calendar.days", { year: String(year) })}
      captionHidden
      rows={days}
      rowKey={({ day }) => day}
      columns={[
        {
          id: "day",
          label: t("moderation.calendar.day"),
          header: true,
          cell: ({ day }) => format.weekday(day),
        },
        {
          id: "name",
          label: t("moderation.calendar.nameColumn"),
          cell: ({ name }) => <Localised text={name} label={false} />,
        },
        {
          id: "kind",
          label: t("moderation.calendar.kindColumn"),
          cell: ({ kind }) => t(`moderation.calendar.kindShort.${kind}`),
        },
        {
          id: "remove",
          label: t("moderation.calendar.removeColumn"),
          cell: ({ day }) => (
            <ActionButton action={`${base}/${day}/remove`} variant="quiet">
              {t("common.actions.delete")}
              <span className="visually-hidden"> {format.date(day)}</span>
            </ActionButton>
          ),
        },
      ]}
    />
  );
}
