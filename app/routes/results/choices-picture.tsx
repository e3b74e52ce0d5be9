import type { ResultList } from "~/domain/results/published-result";
import { type ChoiceGroup, choiceGroups } from "~/domain/results/result";
import { useFormat, useT } from "~/i18n/use-translation";
import { ColumnPlot } from "~/ui/charts/column-plot";
import { axisTop } from "~/ui/charts/scale";
import { Figure } from "~/ui/figure";
import { PeopleTable } from "./people-table";

type Props = { list: ResultList; source: string };

/** How many of their choices people see funded. */
export function ChoicesPicture({ list: { fundedChoices, ballots, count }, source }: Props) {
  const t = useT();
  const format = useFormat();
  const rows = choiceGroups(fundedChoices);
  if (rows.length < 2) return null;
  const parts = rows.map((row) =>
    t("results.charts.choicesPart", { choices: label(row), people: format.number(row.voters) }),
  );
  const top = axisTop(Math.max(...rows.map(({ voters }) => voters)));
  return (
    <Figure
      title={t("results.charts.choicesFinding", { part: format.percent(count.votersWithWinner, ballots) })}
      subtitle={t("results.charts.choicesSubtitle")}
      source={source}
      table={
        <PeopleTable
          id="choices-table"
          caption={t("results.charts.choicesTable")}
          heading={t("results.charts.choicesColumn")}
          rows={rows}
          label={label}
        />
      }
    >
      <ColumnPlot
        columns={rows.map((row) => ({ label: label(row), value: row.voters }))}
        upright={t("results.charts.people")}
        below={t("results.charts.choicesBelow")}
        options={{
          kind: "columns",
          table: "choices-table",
          sentence: t("results.charts.choicesSentence", { list: format.list(parts) }),
          y: { field: "people", top },
          series: [{ field: "people", label: t("results.charts.people") }],
        }}
      />
    </Figure>
  );
}

/** "2", "3–4", "7+" */
function label({ from, to }: ChoiceGroup): string {
  if (to === null) return `${from}+`;
  return from === to ? String(from) : `${from}–${to}`;
}
