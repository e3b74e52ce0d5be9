import { useCategoryName } from "~/domain/results/components/use-category-name";
import { roughMinor } from "~/domain/results/money-text";
import type { ResultList, ResultProject } from "~/domain/results/published-result";
import { ruleTraits } from "~/domain/results/rule-family";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Facts } from "~/ui/facts";
import { Progress } from "~/ui/progress";

type Props = { list: ResultList; project: ResultProject; currency: string };

export function ProjectFacts({ list, project, currency }: Props) {
  const t = useT();
  const format = useFormat();
  const locale = useLocale();
  const categoryName = useCategoryName();
  const { unit } = ruleTraits(list.rule);
  const votes = t("results.project.votesShare", {
    votes: format.number(project.votes),
    part: format.percent(project.votes, list.ballots),
  });
  const points = { label: t("results.table.points"), value: format.number(project.score) };
  const place = t("results.project.placeOf", { place: project.place, total: list.projects.length });
  const won = project.funded && project.round !== null;
  const proposal = `/${locale}/initiatives/${project.initiative}`;
  return (
    <>
      <Facts
        items={[
          { label: t("results.table.cost"), value: format.money(project.cost, currency) },
          { label: t("results.table.votes"), value: votes },
          ...(unit === "points" ? [points] : []),
          {
            label: t(unit === "votes" ? "results.project.place" : "results.project.placePoints"),
            value: place,
          },
          ...(won && project.round !== null
            ? [
                {
                  label: t("results.project.round"),
                  value: t("results.project.roundWon", {
                    round: project.round,
                    rounds: list.count.rounds.length,
                  }),
                },
              ]
            : []),
          ...(project.category
            ? [
                {
                  label: t("results.charts.moneyCategory"),
                  value: project.category.split(", ").map(categoryName).join(", "),
                },
              ]
            : []),
          ...(project.initiative === null
            ? []
            : [
                {
                  label: t("results.project.proposal"),
                  value: <a href={proposal}>{t("results.project.proposalLink")}</a>,
                },
              ]),
        ]}
      />
      <SupportersMoney project={project} currency={currency} />
    </>
  );
}

/** How far the supporters' money went towards the cost when the count ended. */
function SupportersMoney({ project: { reason, cost }, currency }: Omit<Props, "list">) {
  const t = useT();
  const format = useFormat();
  const money = reason.values["supportersMoney"];
  if (reason.code !== "supporters-lack-money" || money === undefined) return null;
  const held = Math.min(cost, roughMinor(money, currency));
  const text = t("results.project.couldPayText", {
    money: format.money(held, currency),
    cost: format.money(cost, currency),
    part: format.percent(held, cost),
  });
  return <Progress value={held} max={cost} label={t("results.project.couldPay")} text={text} />;
}
