import type { ResultList } from "~/domain/results/published-result";
import { useFormat, useT } from "~/i18n/use-translation";
import { ColumnPlot } from "~/ui/charts/column-plot";
import { Datum } from "~/ui/charts/datum";
import { axisTop } from "~/ui/charts/scale";
import { Figure } from "~/ui/figure";
import { Table } from "~/ui/table";

type Props = { list: ResultList; source: string };

/** How many of their choices people see funded. */
export function ChoicesPicture({ list: { fundedChoices, ballots, count }, source }: Props) {
  const t = useT();
  const format = useFormat();
  const rows = fundedChoices.map((people, choices) => ({ choices, people }));
  if (rows.length < 2) return null;
  const parts = rows.map(({ choices, people }) => t("results.charts.choicesPart", { choices, people: format.number(people) }));
  const top = axisTop(Math.max(...fundedChoices));
  return (
    <Figure
      title={t("results.charts.choicesFinding", { part: format.percent(count.votersWithWinner, ballots) })}
      subtitle={t("results.charts.choicesSubtitle")}
      source={source}
      table={
        <div id="choices-table">
          <Table
            caption={t("results.charts.choicesTable")}
            captionHidden
            rows={rows}
            rowKey={({ choices }) => choices}
            narrow="scroll"
            columns={[
              { id: "choices", label: t("results.charts.choicesColumn"), header: true, cell: ({ choices }) => choices },
              {
                id: "people",
                label: t("results.charts.choicesPeople"),
                numeric: true,
                cell: ({ people }) => (
                  <Datum field="people" value={people}>
                    {format.number(people)}
                  </Datum>
                ),
              },
            ]}
          />
        </div>
      }
    >
      <ColumnPlot
        columns={rows.map(({ choices, people }) => ({ label: String(choices), value: people }))}
        upright={t("results.charts.choicesPeople")}
        below={t("results.charts.choicesBelow")}
        options={{
          kind: "columns",
          table: "choices-table",
          sentence: t("results.charts.choicesSentence", { list: format.list(parts) }),
          y: { field: "people", top },
          series: [{ field: "people", label: t("results.charts.choicesPeople") }],
        }}
      />
    </Figure>
  );
}
