import { useListName } from "~/domain/results/components/use-list-name";
import type { PublishedResult, ResultList, ResultTotals } from "~/domain/results/published-result";
import { type RuleTraits, ruleTraits } from "~/domain/results/rule-family";
import type { MessageKey } from "~/i18n/messages";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { CompareRules } from "./compare-rules";
import { Shares } from "./shares";

type Props = { result: PublishedResult; totals: ResultTotals };

/** The rule in plain words with the numbers of this count, ties, and the same ballots under other rules. */
export function Method({ result, totals }: Props) {
  const t = useT();
  const locale = useLocale();
  const [first] = result.lists;
  if (!first) return null;
  const traits = ruleTraits(first.rule);
  const tieOrder =
    result.tieOrder === "project_code" ? "results.method.tieByCode" : "results.method.tieByCost";
  return (
    <div className="stack">
      <ol className="measure stack">
        {methodKeys(traits).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ol>
      {traits.family === "shares" ? <Shares result={result} /> : null}
      {traits.fillsUp ? <p className="measure">{t("results.method.sharesFill")}</p> : null}
      {traits.family === "shares" ? <p className="measure">{t("results.method.sharesWhy")}</p> : null}
      <p className="measure">
        {result.source ? null : t("results.method.atLeastOne")} {t("results.method.exact")}{" "}
        {t("results.method.ruleId", { rule: first.rule })}
      </p>
      <h3 id="tie-order">{t("results.method.tieOrder")}</h3>
      <p className="measure">{t(tieOrder)}</p>
      <Ties lists={result.lists} />
      <CompareRules result={result} totals={totals} />
      <p>
        <a href={`/${locale}/rounds/${result.slug}/results/compare`}>{t("results.compare.page.link")}</a>
      </p>
    </div>
  );
}

function methodKeys({ family, unit, order, skips, threshold, byCost }: RuleTraits): MessageKey[] {
  if (family === "phragmen") return ["results.method.phragmen"];
  if (family === "shares") {
    return [
      "results.method.sharesStart",
      "results.method.sharesPay",
      byCost ? "results.method.sharesOrderCost" : "results.method.sharesOrderEqual",
    ];
  }
  const byPoints = unit === "votes" ? "results.method.greedyOrder" : "results.method.greedyOrderPoints";
  return [
    order === "score" ? byPoints : "results.method.greedyOrderPerCost",
    skips ? "results.method.greedySkip" : "results.method.greedyStop",
    ...(threshold ? (["results.method.threshold"] as const) : []),
  ];
}

function Ties({ lists }: { lists: readonly ResultList[] }) {
  const t = useT();
  const format = useFormat();
  const name = useListName();
  const ties = lists.flatMap((list) =>
    list.count.ties.filter(({ decisive }) => decisive).map((tie) => ({ list, ...tie })),
  );
  if (ties.length === 0) return <p className="measure">{t("results.method.tiesNone")}</p>;
  return (
    <>
      <p className="measure">{t("results.method.ties", { count: ties.length })}</p>
      <ul>
        {ties.map(({ list, round, tied, chosen }) => {
          const others = tied
            .filter((code) => code !== chosen)
            .map((code) => t("results.table.code", { code }));
          const values = { round, chosen, others: format.list(others), list: name(list) };
          return (
            <li key={`${list.key} ${round}`}>
              {t(lists.length > 1 ? "results.method.tieOf" : "results.method.tie", values)}
            </li>
          );
        })}
      </ul>
    </>
  );
}
