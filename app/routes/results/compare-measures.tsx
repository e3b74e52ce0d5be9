import { type ComparedList, type RuleSummary, summarise } from "~/domain/results/compare-summary";
import { RuleLabel } from "~/domain/results/components/rule-label";
import type { PublishedResult } from "~/domain/results/published-result";
import { shortRuleName } from "~/domain/results/rule-name";
import { useFormat, useT } from "~/i18n/use-translation";
import { Bars } from "~/ui/bars";
import { Facts } from "~/ui/facts";
import { Figure } from "~/ui/figure";
import { Section } from "~/ui/section";
import { type Column, Table } from "~/ui/table";

type Props = { result: PublishedResult; lists: ComparedList[] };

const MEASURES = ["funded", "spent", "served", "choices", "gini", "deserving"] as const;

/** One table of rules by measures, each measure in plain words, then the most telling one as bars. */
export function CompareMeasures({ result, lists }: Props) {
  const t = useT();
  const rules = summarise(lists, result.currency);
  const columns = useColumns(result.currency);
  const explained = MEASURES.map((name) => ({
    label: t(`results.compare.measure.${name}`),
    value: t(`results.compare.explain.${name}`),
  }));
  return (
    <Section title={t("results.compare.measures.title")} id="measures">
      <Table
        caption={t("results.compare.measures.title")}
        captionHidden
        columns={columns}
        rows={rules}
        rowKey={({ rule }) => rule}
        strong={({ used }) => used}
      />
      <div className="stack">
        <h3>{t("results.compare.measures.words")}</h3>
        <Facts items={explained} />
      </div>
      <ServedFigure rules={rules} />
    </Section>
  );
}

function useColumns(currency: string): Column<RuleSummary>[] {
  const t = useT();
  const format = useFormat();
  const column = (id: (typeof MEASURES)[number], cell: Column<RuleSummary>["cell"]): Column<RuleSummary> => ({
    id,
    label: t(`results.compare.measure.${id}`),
    numeric: true,
    cell,
  });
  return [
    {
      id: "rule",
      label: t("results.method.compareRule"),
      header: true,
      cell: ({ rule, used }) => <RuleLabel rule={rule} used={used} />,
    },
    column("funded", ({ funded }) => format.number(funded)),
    column("spent", ({ spent }) => format.money(spent, currency)),
    column("served", ({ served, ballots }) => format.percent(served, ballots)),
    column("choices", ({ choices }) => format.number(choices)),
    column("gini", ({ gini }) => format.number(gini)),
    column("deserving", ({ deserving }) => format.number(deserving)),
  ];
}

function ServedFigure({ rules }: { rules: RuleSummary[] }) {
  const t = useT();
  const format = useFormat();
  const [best] = [...rules].sort((one, two) => two.served - one.served);
  if (!best) return null;
  const part = ({ served, ballots }: RuleSummary) => format.percent(served, ballots);
  return (
    <Figure
      title={t("results.compare.figure.title", { rule: shortRuleName(t, best.rule), part: part(best) })}
      subtitle={t("results.compare.figure.subtitle")}
    >
      <Bars
        max={best.ballots}
        rows={rules.map((rule) => ({
          label: <RuleLabel rule={rule.rule} used={rule.used} short />,
          value: rule.served,
          text: part(rule),
          tone: rule.used ? "filled" : "outlined",
        }))}
      />
    </Figure>
  );
}
