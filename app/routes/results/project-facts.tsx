import type { ReactNode } from "react";
import { useCategoryName } from "~/domain/results/components/use-category-name";
import { roughMinor } from "~/domain/results/money-text";
import type { ResultList, ResultProject } from "~/domain/results/published-result";
import { ruleTraits } from "~/domain/results/rule-family";
import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Facts } from "~/ui/facts";
import { Progress } from "~/ui/progress";

type Fact = { label: string; value: ReactNode };
type Props = { list: ResultList; project: ResultProject; currency: string };

export function ProjectFacts(props: Props) {
  const items = [...useVoteFacts(props), ...useOwnFacts(props)];
  return (
    <>
      <Facts items={items} />
      <SupportersMoney project={props.project} currency={props.currency} />
    </>
  );
}

function useVoteFacts({ list, project, currency }: Props): Fact[] {
  const t = useT();
  const format = useFormat();
  const byVotes = ruleTraits(list.rule).unit === "votes";
  const votes = t("results.project.votesShare", {
    votes: format.number(project.votes),
    part: format.percent(project.votes, list.ballots),
  });
  const points = { label: t("results.table.points"), value: format.number(project.score) };
  const place = t("results.project.placeOf", { place: project.place, total: list.projects.length });
  return [
    { label: t("results.table.cost"), value: format.money(project.cost, currency) },
    { label: t("results.table.votes"), value: votes },
    ...(byVotes ? [] : [points]),
    { label: t(byVotes ? "results.project.place" : "results.project.placePoints"), value: place },
  ];
}

function useOwnFacts({ list, project }: Props): Fact[] {
  const t = useT();
  const locale = useLocale();
  const categoryName = useCategoryName();
  const facts: Fact[] = [];
  if (project.funded && project.round !== null) {
    const value = t("results.project.roundWon", { round: project.round, rounds: list.count.rounds.length });
    facts.push({ label: t("results.project.round"), value });
  }
  if (project.category) {
    const value = project.category.split(", ").map(categoryName).join(", ");
    facts.push({ label: t("results.charts.moneyCategory"), value });
  }
  if (project.initiative !== null) {
    const proposal = `/${locale}/initiatives/${project.initiative}`;
    const value = <a href={proposal}>{t("results.project.proposalLink")}</a>;
    facts.push({ label: t("results.project.proposal"), value });
  }
  return facts;
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
