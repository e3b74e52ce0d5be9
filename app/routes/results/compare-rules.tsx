import { minorUnits } from "~/domain/results/money-text";
import type { PublishedResult, ResultTotals } from "~/domain/results/published-result";
import { ruleTraits } from "~/domain/results/rule-family";
import { useFormat, useT } from "~/i18n/use-translation";
import { Table } from "~/ui/table";

type Row = { rule: string; used: boolean; funded: number; spent: number; satisfied: number };

/** The same ballots under other rules, all lists together; the rule that was used comes first. */
export function CompareRules({ result, totals }: { result: PublishedResult; totals: ResultTotals }) {
  const t = useT();
  const format = useFormat();
  const rows = rowsOf(result, totals);
  if (rows.length < 2) return null;
  return (
    <Table<Row>
      caption={t("results.method.compareTitle")}
      rows={rows}
      rowKey={({ rule }) => rule}
      columns={[
        {
          id: "rule",
          label: t("results.method.compareRule"),
          header: true,
          cell: (row) => <RuleName row={row} />,
        },
        {
          id: "funded",
          label: t("results.method.compareFunded"),
          numeric: true,
          cell: ({ funded }) => format.number(funded),
        },
        {
          id: "spent",
          label: t("results.method.compareSpent"),
          numeric: true,
          cell: ({ spent }) => format.money(spent, result.currency),
        },
        {
          id: "satisfied",
          label: t("results.method.compareSatisfied"),
          numeric: true,
          cell: ({ satisfied }) => format.percent(satisfied, totals.ballots),
        },
      ]}
    />
  );
}

function RuleName({ row: { rule, used } }: { row: Row }) {
  const t = useT();
  const name = t(`results.rule.${ruleTraits(rule).family}Name`);
  return (
    <>
      {used ? <strong>{t("results.method.compareUsed", { rule: name })}</strong> : name}{" "}
      <code className="quiet small nowrap">{rule}</code>
    </>
  );
}

function rowsOf({ lists, currency }: PublishedResult, totals: ResultTotals): Row[] {
  const [first] = lists;
  if (!first) return [];
  const used = {
    rule: first.rule,
    used: true,
    funded: totals.funded,
    spent: totals.spent,
    satisfied: totals.satisfied,
  };
  const others = first.others.map(({ rule }): Row => {
    const same = lists.flatMap((list) => list.others.filter((other) => other.rule === rule));
    return {
      rule,
      used: false,
      funded: same.reduce((sum, { funded }) => sum + funded, 0),
      spent: same.reduce((sum, { cost }) => sum + (minorUnits(cost, currency) ?? 0), 0),
      satisfied: same.reduce((sum, { votersWithWinner }) => sum + votersWithWinner, 0),
    };
  });
  return [used, ...others];
}
