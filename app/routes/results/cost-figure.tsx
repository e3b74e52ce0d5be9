import { useCurrencySymbol } from "~/domain/results/components/use-currency-symbol";
import { useListName } from "~/domain/results/components/use-list-name";
import { type CostPicture, pictureMoney } from "~/domain/results/pictures";
import type { PublishedResult, ResultList, ResultProject } from "~/domain/results/published-result";
import { type RuleTraits, ruleTraits } from "~/domain/results/rule-family";
import { useFormat, useT } from "~/i18n/use-translation";
import type { ChartLine, ChartSeries } from "~/ui/charts/chart-options";
import { axisTop } from "~/ui/charts/scale";
import { type Dot, ScatterPlot } from "~/ui/charts/scatter-plot";
import { Figure } from "~/ui/figure";
import { tableId } from "./table-id";

type Props = {
  result: PublishedResult;
  list: ResultList;
  index: number;
  picture: CostPicture;
  source: string;
};

/** Votes against cost, funded and not, with the line that the rule draws between them. */
export function CostFigure({ result: { slug, currency, lists }, list, index, picture, source }: Props) {
  const t = useT();
  const name = useListName();
  const symbol = useCurrencySymbol(currency);
  const { unit } = ruleTraits(list.rule);
  const finding = useFinding(picture, currency, unit);
  const dots = list.projects.map((project) => dotOf(project, currency));
  const top = {
    x: axisTop(Math.max(...dots.map(({ x }) => x))),
    y: axisTop(Math.max(...dots.map(({ y }) => y))),
  };
  const line = useLine(picture, top.x, unit);
  const funded = dots.filter(({ outlined }) => !outlined).length;
  return (
    <Figure
      title={finding}
      subtitle={
        <>
          {lists.length > 1
            ? t("results.charts.perProjectOf", { list: name(list) })
            : t("results.charts.perProject")}{" "}
          <a href={`#${tableId(index)}`}>{t("results.charts.perProjectTable")}</a>
        </>
      }
      source={source}
      downloads={[{ href: `/pb/${encodeURIComponent(slug)}/results.csv`, label: t("results.charts.csv") }]}
    >
      <ScatterPlot
        dots={dots}
        upright={t(unit === "votes" ? "results.charts.votesUp" : "results.charts.pointsUp")}
        below={t("results.charts.costBelow", { currency: symbol })}
        options={{
          kind: "scatter",
          table: tableId(index),
          sentence: t("results.charts.scatterSentence", { funded, rest: dots.length - funded, finding }),
          x: { field: "cost", top: top.x, currency },
          y: { field: "votes", top: top.y },
          split: "funded",
          series: useSeries(),
          ...(line ? { line } : {}),
        }}
      />
    </Figure>
  );
}

function dotOf({ cost, score, funded }: ResultProject, currency: string): Dot {
  return { x: pictureMoney(cost, currency), y: score, outlined: !funded };
}

/** The value of "funded" in the table tells the two kinds of dots. */
function useSeries(): ChartSeries[] {
  const t = useT();
  return [
    { field: "1", label: t("results.table.funded") },
    { field: "0", label: t("results.table.notFunded"), outlined: true },
  ];
}

type Unit = RuleTraits["unit"];

function useFinding({ finding }: CostPicture, currency: string, unit: Unit): string {
  const t = useT();
  const format = useFormat();
  if (finding.kind === "all-won") return t("results.charts.findingAllWon");
  if (finding.kind === "none-won") return t("results.charts.findingNoneWon");
  if (finding.kind === "most-votes-won") {
    return t(unit === "votes" ? "results.charts.findingMostWon" : "results.charts.findingMostWonPoints");
  }
  const { won, lost } = finding;
  return t(
    unit === "votes" ? "results.charts.findingPopularLost" : "results.charts.findingPopularLostPoints",
    {
      fewest: won.score,
      most: lost.score,
      cheap: format.money(won.cost, currency),
      dear: format.money(lost.cost, currency),
    },
  );
}

function useLine({ line }: CostPicture, right: number, unit: Unit): ChartLine | null {
  const t = useT();
  if (!line) return null;
  if (line.kind === "shares") {
    return { label: t("results.charts.lineShares"), from: [0, 0], to: [right, right / line.perVote] };
  }
  const label = t(unit === "votes" ? "results.charts.lineGreedy" : "results.charts.lineGreedyPoints");
  return { label, from: [0, line.votes], to: [right, line.votes] };
}
