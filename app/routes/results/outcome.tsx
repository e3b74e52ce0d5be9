import type { PublishedResult, ResultTotals } from "~/domain/results/published-result";
import { ruleTraits } from "~/domain/results/rule-family";
import { useFormat, useT } from "~/i18n/use-translation";
import { BigFigures } from "~/ui/big-figures";
import { Tag } from "~/ui/tag";

type Props = { result: PublishedResult; totals: ResultTotals };

export function Lead({ result: { voters, currency, lists }, totals }: Props) {
  const t = useT();
  const format = useFormat();
  const traits = lists[0] && ruleTraits(lists[0].rule);
  const byPoints = traits?.family === "greedy" && traits.unit === "points";
  return t("results.page.lead", {
    voters,
    spent: format.money(totals.spent, currency),
    budget: format.money(totals.budget, currency),
    rule: traits ? t(byPoints ? "results.rule.greedyPoints" : `results.rule.${traits.family}`) : "",
  });
}

/** Provisional or certified, since when, and whether an imported count agrees with its city. */
export function Status({ result: { source, lists, publishedAt } }: Pick<Props, "result">) {
  const t = useT();
  const format = useFormat();
  const certified = lists.every((list) => list.certified);
  const stamp = source ? "recounted" : certified ? "certified" : "provisional";
  const official = source ? lists[0]?.official : null;
  return (
    <>
      <Tag tone={certified ? "success" : "info"}>{t(`results.stamp.${stamp}`)}</Tag>{" "}
      {t("results.page.published", { when: format.dateTimeZone(publishedAt) })}{" "}
      {official ? officialSentence(official) : null}
    </>
  );

  function officialSentence({ agrees, funded }: { agrees: boolean; funded: number }): string {
    return agrees ? t("results.official.agrees") : t("results.official.differs", { funded });
  }
}

export function Figures({ result: { voters, lists, currency }, totals }: Props) {
  const t = useT();
  const format = useFormat();
  const { ballots, satisfied, choices, spent, budget } = totals;
  const several = lists.length > 1 ? t("results.figures.votersNote", { ballots }) : undefined;
  const spentNote = t("results.figures.spentNote", {
    spent: format.money(spent, currency),
    budget: format.money(budget, currency),
  });
  const satisfiedNote = t("results.figures.satisfiedNote", {
    count: format.number(satisfied),
    total: format.number(ballots),
  });
  const average = ballots === 0 ? 0 : Math.round((10 * choices) / ballots) / 10;
  return (
    <BigFigures
      items={[
        { value: format.number(voters), label: t("results.figures.voters"), note: several },
        { value: format.percent(spent, budget), label: t("results.figures.spent"), note: spentNote },
        {
          value: format.percent(satisfied, ballots),
          label: t("results.figures.satisfied"),
          note: satisfiedNote,
        },
        {
          value: format.number(average),
          label: t("results.figures.average"),
          note: t("results.figures.averageNote"),
        },
      ]}
    />
  );
}
