import type { TurnoutDays } from "~/domain/results/result";
import { useFormat, useT } from "~/i18n/use-translation";
import { ColumnPlot } from "~/ui/charts/column-plot";
import { Datum } from "~/ui/charts/datum";
import { axisTop } from "~/ui/charts/scale";
import { Figure } from "~/ui/figure";
import { Table } from "~/ui/table";

type Props = { slug: string; turnout: TurnoutDays[]; source: string };

/** Voters by day; small days stand together. */
export function TurnoutPicture({ slug, turnout, source }: Props) {
  const t = useT();
  const format = useFormat();
  const label = ({ from, to }: TurnoutDays) => (from === to ? format.day(from) : format.dateRange(from, to));
  const [most] = [...turnout].sort((one, two) => two.voters - one.voters);
  if (!most) return null;
  const finding = t("results.charts.turnoutFinding", {
    when: label(most),
    voters: format.number(most.voters),
  });
  return (
    <Figure
      title={finding}
      subtitle={t("results.charts.turnoutSubtitle")}
      source={source}
      downloads={[{ href: `/pb/${encodeURIComponent(slug)}/turnout.csv`, label: t("results.charts.csv") }]}
      table={
        <div id="turnout-table">
          <Table
            caption={t("results.charts.turnoutTable")}
            captionHidden
            rows={turnout}
            rowKey={({ from }) => from}
            narrow="scroll"
            columns={[
              { id: "day", label: t("results.charts.turnoutDay"), header: true, cell: label },
              {
                id: "people",
                label: t("results.charts.turnoutPeople"),
                numeric: true,
                cell: ({ voters }) => (
                  <Datum field="people" value={voters}>
                    {format.number(voters)}
                  </Datum>
                ),
              },
            ]}
          />
          <p className="small quiet">{t("results.charts.turnoutJoined")}</p>
        </div>
      }
    >
      <ColumnPlot
        columns={turnout.map(({ from, voters }) => ({ label: format.day(from), value: voters }))}
        upright={t("results.charts.turnoutPeople")}
        options={{
          kind: "columns",
          table: "turnout-table",
          sentence: t("results.charts.turnoutSentence", { finding }),
          y: { field: "people", top: axisTop(most.voters) },
          series: [{ field: "people", label: t("results.charts.turnoutPeople") }],
        }}
      />
    </Figure>
  );
}
