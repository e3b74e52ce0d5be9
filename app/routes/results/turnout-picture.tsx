import type { TurnoutDays } from "~/domain/results/result";
import { useFormat, useT } from "~/i18n/use-translation";
import { ColumnPlot } from "~/ui/charts/column-plot";
import { axisTop } from "~/ui/charts/scale";
import { Figure } from "~/ui/figure";
import { PeopleTable } from "./people-table";

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
        <>
          <PeopleTable
            id="turnout-table"
            caption={t("results.charts.turnoutTable")}
            heading={t("results.charts.turnoutDay")}
            rows={turnout}
            label={label}
          />
          <p className="small quiet">{t("results.charts.turnoutJoined")}</p>
        </>
      }
    >
      <ColumnPlot
        columns={turnout.map(({ from, voters }) => ({ label: format.day(from), value: voters }))}
        upright={t("results.charts.people")}
        options={{
          kind: "columns",
          table: "turnout-table",
          sentence: t("results.charts.turnoutSentence", { finding }),
          y: { field: "people", top: axisTop(most.voters) },
          series: [{ field: "people", label: t("results.charts.people") }],
        }}
      />
    </Figure>
  );
}
