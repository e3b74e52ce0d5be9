import { useCategoryName } from "~/domain/results/components/use-category-name";
import { useCurrencySymbol } from "~/domain/results/components/use-currency-symbol";
import { useListName } from "~/domain/results/components/use-list-name";
import { majorUnits } from "~/domain/results/money-text";
import { type MoneyGroup, pictureMoney } from "~/domain/results/pictures";
import type { ResultList } from "~/domain/results/published-result";
import { useFormat, useT } from "~/i18n/use-translation";
import { BarPlot } from "~/ui/charts/bar-plot";
import { Datum } from "~/ui/charts/datum";
import { axisTop } from "~/ui/charts/scale";
import { Figure } from "~/ui/figure";
import { type Column, Table } from "~/ui/table";

type District = { list: ResultList; group: MoneyGroup };

/** Assigned and unspent money of each list. */
export function DistrictPicture({
  rows,
  currency,
  source,
}: {
  rows: District[];
  currency: string;
  source: string;
}) {
  const t = useT();
  const format = useFormat();
  const name = useListName();
  const symbol = useCurrencySymbol(currency);
  const groups = rows.map(({ list, group }) => ({ ...group, name: name(list) }));
  return (
    <MoneyFigure
      id="district-table"
      groups={groups}
      currency={currency}
      source={source}
      withLeft
      heading={t("results.charts.moneyDistrict")}
      subtitle={t("results.charts.moneySubtitleDistrict", { currency: symbol })}
      finding={(first, part) => t("results.charts.moneyFindingDistrict", { name: first.name, part })}
      text={({ spent, budget }) =>
        t("results.figures.spentNote", {
          spent: format.money(spent, currency),
          budget: format.money(budget, currency),
        })
      }
    />
  );
}

/** Assigned money by category of projects. */
export function CategoryPicture({
  groups,
  currency,
  source,
}: {
  groups: MoneyGroup[];
  currency: string;
  source: string;
}) {
  const t = useT();
  const format = useFormat();
  const categoryName = useCategoryName();
  const symbol = useCurrencySymbol(currency);
  return (
    <MoneyFigure
      id="category-table"
      groups={groups.map((group) => ({
        ...group,
        name: categoryName(group.name) || t("results.charts.moneyOther"),
      }))}
      currency={currency}
      source={source}
      heading={t("results.charts.moneyCategory")}
      subtitle={`${t("results.charts.moneySubtitleCategory", { currency: symbol })}. ${t("results.charts.moneySeveral")}`}
      finding={(first, part) => t("results.charts.moneyFindingCategory", { name: first.name, part })}
      text={({ spent }) => format.money(spent, currency)}
    />
  );
}

type FigureProps = {
  id: string;
  groups: MoneyGroup[];
  currency: string;
  source: string;
  withLeft?: boolean;
  heading: string;
  subtitle: string;
  finding: (first: MoneyGroup, part: string) => string;
  text: (group: MoneyGroup) => string;
};

function MoneyFigure({ id, groups, currency, withLeft = false, text, ...props }: FigureProps) {
  const t = useT();
  const format = useFormat();
  const total = groups.reduce((sum, { spent }) => sum + spent, 0);
  const [largest] = [...groups].sort((one, two) => two.spent - one.spent);
  if (!largest || total === 0) return null;
  const length = (group: MoneyGroup) => pictureMoney(withLeft ? group.budget : group.spent, currency);
  const rows = groups.map((group) => ({
    label: group.name,
    value: pictureMoney(group.spent, currency),
    whole: withLeft ? length(group) : undefined,
    text: text(group),
  }));
  const parts = rows.map(({ label, text: money }) =>
    t("results.charts.choicesPart", { choices: label, people: money }),
  );
  const left = { field: "left", label: t("results.charts.moneyLeft"), outlined: true };
  return (
    <Figure
      title={props.finding(largest, format.percent(largest.spent, total))}
      subtitle={props.subtitle}
      source={props.source}
      table={
        <MoneyTable id={id} groups={groups} currency={currency} withLeft={withLeft} heading={props.heading} />
      }
    >
      <BarPlot
        rows={rows}
        options={{
          kind: "bars",
          table: id,
          sentence: t("results.charts.moneySentence", { list: format.list(parts) }),
          y: { field: "spent", top: axisTop(Math.max(...groups.map(length))), currency },
          series: [{ field: "spent", label: t("results.charts.moneySpent") }, ...(withLeft ? [left] : [])],
        }}
      />
    </Figure>
  );
}

type TableProps = Pick<FigureProps, "id" | "groups" | "currency" | "heading"> & { withLeft: boolean };

function MoneyTable({ id, groups, currency, heading, withLeft }: TableProps) {
  const t = useT();
  return (
    <div id={id}>
      <Table
        caption={t("results.charts.moneyTable")}
        captionHidden
        rows={groups}
        rowKey={({ name }) => name}
        columns={useMoneyColumns(currency, heading, withLeft)}
      />
    </div>
  );
}

function useMoneyColumns(currency: string, heading: string, withLeft: boolean): Column<MoneyGroup>[] {
  const t = useT();
  const format = useFormat();
  const money = (field: string, minor: number) => (
    <Datum field={field} value={majorUnits(minor, currency)}>
      {format.money(minor, currency)}
    </Datum>
  );
  const left: Column<MoneyGroup> = {
    id: "left",
    label: t("results.charts.moneyLeft"),
    numeric: true,
    cell: ({ spent, budget }) => money("left", Math.max(0, budget - spent)),
  };
  return [
    { id: "name", label: heading, header: true, cell: ({ name }) => name },
    {
      id: "projects",
      label: t("results.charts.moneyProjects"),
      numeric: true,
      cell: ({ funded }) => format.number(funded),
    },
    {
      id: "spent",
      label: t("results.charts.moneySpent"),
      numeric: true,
      cell: ({ spent }) => money("spent", spent),
    },
    ...(withLeft ? [left] : []),
  ];
}
