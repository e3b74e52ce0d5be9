import type { PublishedResult, ResultTotals } from "~/domain/results/published-result";
import { type RuleTraits, ruleTraits } from "~/domain/results/rule-family";
import type { MessageKey } from "~/i18n/messages";
import { useLocale, useT } from "~/i18n/use-translation";
import { CompareRules } from "./compare-rules";
import { Shares } from "./shares";
import { Ties } from "./ties";

type Props = { result: PublishedResult; totals: ResultTotals };

/** The rule in plain words with the numbers of this count, ties, and the same ballots under other rules. */
export function Method({ result, totals }: Props) {
  const t = useT();
  const locale = useLocale();
  const [first] = result.lists;
  if (!first) return null;
  const traits = ruleTraits(first.rule);
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
      <Ties result={result} />
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
