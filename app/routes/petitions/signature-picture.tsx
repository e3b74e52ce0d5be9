import type { HourCount, SeriesRow } from "~/domain/petitions/signature-series";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { ColumnPlot } from "~/ui/charts/column-plot";
import { Datum } from "~/ui/charts/datum";
import { axisTop } from "~/ui/charts/scale";
import { Figure } from "~/ui/figure";
import { SortLinks } from "~/ui/sort-links";
import { Table } from "~/ui/table";
import type { PetitionPage } from "./load-petition.server";

/** When people signed: by day from the beginning, or by hour for the last two days. */
export function SignaturePicture({ page: { number, series, progress } }: { page: PetitionPage }) {
  const t = useT();
  const locale = useLocale();
  if (!series || progress.signatures === 0) return null;
  const base = `/${locale}/petitions/${number}`;
  return (
    <div id="series">
      <SortLinks
        label={t("petitions.page.series.views")}
        items={[
          { href: `${base}#series`, label: t("petitions.page.series.days"), current: series.by === "day" },
          {
            href: `${base}?by=hour#series`,
            label: t("petitions.page.series.hours"),
            current: series.by === "hour",
          },
        ]}
      />
      {series.by === "day" ? <Days rows={series.days} /> : <Hours rows={series.hours} />}
    </div>
  );
}

type Column = { key: string; label: string; short: string; signatures: number; total: number | null };

function Days({ rows }: { rows: SeriesRow[] }) {
  const t = useT();
  const format = useFormat();
  const [most] = rows.toSorted((one, other) => other.signatures - one.signatures);
  if (!most) return null;
  const isWeekly = rows.some(({ from, to }) => from !== to);
  const count = format.number(most.signatures);
  const finding = isWeekly
    ? t("petitions.page.series.titleWeek", {
        count,
        from: format.day(most.from),
        to: format.day(most.to),
      })
    : t("petitions.page.series.title", { count, day: format.day(most.from) });
  return (
    <Picture
      finding={finding}
      subtitle={t(isWeekly ? "petitions.page.series.byWeek" : "petitions.page.series.byDay")}
      columns={rows.map(({ from, to, signatures, total }) => ({
        key: from,
        label: from === to ? format.day(from) : `${format.day(from)} – ${format.day(to)}`,
        short: format.day(from),
        signatures,
        total,
      }))}
    />
  );
}

function Hours({ rows }: { rows: HourCount[] }) {
  const t = useT();
  const format = useFormat();
  const [most] = rows.toSorted((one, other) => other.signatures - one.signatures);
  if (!most) return null;
  const hourOf = (hour: Date) => `${format.day(hour)}, ${format.time(hour)}`;
  const finding =
    most.signatures > 0
      ? t("petitions.page.series.titleHour", {
          count: format.number(most.signatures),
          hour: hourOf(most.hour),
        })
      : t("petitions.page.series.titleQuiet");
  return (
    <Picture
      finding={finding}
      subtitle={t("petitions.page.series.byHour")}
      columns={rows.map(({ hour, signatures }) => ({
        key: hour.toISOString(),
        label: hourOf(hour),
        short: format.time(hour),
        signatures,
        total: null,
      }))}
    />
  );
}

type PictureProps = { finding: string; subtitle: string; columns: Column[] };

function Picture({ finding, subtitle, columns }: PictureProps) {
  const t = useT();
  const people = t("petitions.page.series.people");
  const most = Math.max(...columns.map(({ signatures }) => signatures));
  return (
    <Figure title={finding} subtitle={subtitle} level={2} table={<SeriesTable columns={columns} />}>
      <ColumnPlot
        columns={columns.map(({ short, signatures }) => ({ label: short, value: signatures }))}
        upright={people}
        options={{
          kind: "columns",
          table: "series-table",
          sentence: t("petitions.page.series.sentence", { finding }),
          y: { field: "signatures", top: axisTop(most) },
          series: [{ field: "signatures", label: people }],
        }}
      />
    </Figure>
  );
}

function SeriesTable({ columns }: { columns: Column[] }) {
  const t = useT();
  const format = useFormat();
  const withTotal = columns.some(({ total }) => total !== null);
  return (
    <div id="series-table">
      <Table
        caption={t("petitions.page.counts.signatures")}
        captionHidden
        rows={columns}
        rowKey={({ key }) => key}
        narrow="scroll"
        columns={[
          { id: "when", label: t("petitions.page.series.when"), header: true, cell: ({ label }) => label },
          {
            id: "signatures",
            label: t("petitions.page.counts.signatures"),
            numeric: true,
            cell: ({ signatures }) => (
              <Datum field="signatures" value={signatures}>
                {format.number(signatures)}
              </Datum>
            ),
          },
          ...(withTotal
            ? [
                {
                  id: "total",
                  label: t("petitions.page.series.total"),
                  numeric: true,
                  cell: ({ total }: Column) => format.number(total ?? 0),
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}
