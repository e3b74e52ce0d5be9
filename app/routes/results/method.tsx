import { useListName } from "~/domain/results/components/use-list-name";
import { fractionValue } from "~/domain/results/fraction-value";
import { priceMinor } from "~/domain/results/money-text";
import type { PublishedResult, ResultList, ResultTotals } from "~/domain/results/published-result";
import { type RuleTraits, ruleTraits } from "~/domain/results/rule-family";
import type { MessageKey } from "~/i18n/messages";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { CompareRules } from "./compare-rules";

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
      {traits.family === "shares"
        ? result.lists.map((list) => <SharesSentence key={list.key} result={result} list={list} />)
        : null}
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

/** How large the shares were at first and at the end. */
function SharesSentence({
  result: { currency, lists },
  list,
}: {
  result: PublishedResult;
  list: ResultList;
}) {
  const t = useT();
  const format = useFormat();
  const name = useListName();
  const { count, amount, ballots } = list;
  if (!count.endowment || ballots === 0) return null;
  const money = (minor: number) => format.money(minor, currency);
  const start = money(Math.floor(amount / ballots));
  const steps = count.steps ?? 0;
  const end = money(priceMinor(fractionValue(count.endowment), currency));
  const stop = {
    overspend: "results.method.sharesOverspend",
    exhaustive: "results.method.sharesExhaustive",
    all_selected: "results.method.sharesAllSelected",
  } as const;
  return (
    <p className="measure">
      {lists.length > 1 ? <strong>{name(list)}. </strong> : null}
      {t("results.method.sharesFirst", { share: start })}{" "}
      {steps > 0 ? t("results.method.sharesSteps", { steps, share: end }) : null}{" "}
      {count.stop ? t(stop[count.stop]) : null}
    </p>
  );
}

function Ties({ lists }: { lists: readonly ResultList[] }) {
  const t = useT();
  const format = useFormat();
  const ties = lists.flatMap(({ key, count }) =>
    count.ties.filter(({ decisive }) => decisive).map((tie) => ({ key, ...tie })),
  );
  if (ties.length === 0) return <p className="measure">{t("results.method.tiesNone")}</p>;
  return (
    <>
      <p className="measure">{t("results.method.ties", { count: ties.length })}</p>
      <ul>
        {ties.map(({ key, round, tied, chosen }) => (
          <li key={`${key} ${round}`}>
            {t("results.method.tie", {
              round,
              chosen,
              others: format.list(
                tied.filter((code) => code !== chosen).map((code) => t("results.table.code", { code })),
              ),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}
