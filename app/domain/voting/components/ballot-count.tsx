import type { BallotList, BallotRules, ListState } from "~/domain/voting/ballot";
import { useFormat, useT } from "~/i18n/use-translation";

type Props = {
  list: BallotList;
  rules: BallotRules;
  /** Short: the line must fit a phone. */
  name: string;
  state: ListState;
};

/** "Centre: 3 of 5 · 420,000 of 500,000 ₴": the server's figures, kept up to date by the enhancement. */
export function BallotCount({ list, rules, name, state }: Props) {
  const t = useT();
  const format = useFormat();
  const { maxChoices } = rules;
  const amount = format.money(list.amount);
  const text = (chosen: string, cost: string) =>
    rules.ballot === "approval"
      ? t("voting.count.approval", { name, chosen, max: maxChoices, cost })
      : t("voting.count.knapsack", { name, chosen, cost, amount });
  const over = t(rules.ballot === "approval" ? "voting.count.tooMany" : "voting.count.tooExpensive");
  return (
    <p
      className="ballot-count"
      data-list={list.envelopeId}
      data-max={rules.ballot === "approval" ? maxChoices : undefined}
      data-amount={rules.ballot === "knapsack" ? list.amount : undefined}
      data-text={text("{chosen}", "{cost}")}
    >
      <span className="numeric" data-part="count">
        {text(String(state.chosen.length), format.money(state.cost))}
      </span>{" "}
      <span className="ballot-count-over" data-part="over" hidden={!state.over}>
        {over}
      </span>
    </p>
  );
}
