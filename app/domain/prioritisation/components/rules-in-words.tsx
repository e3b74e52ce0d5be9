import { ALLOCATION_RULES, type RoundRules } from "~/domain/prioritisation/round";
import { useFormat, useT } from "~/i18n/use-translation";

type Props = { rules: RoundRules };

/** Who may vote, in sentences a neighbour understands. */
export function WhoMayVote({ rules: { eligibility } }: Props) {
  const t = useT();
  const format = useFormat();
  const { bases, minimumAge, verifiedResidence } = eligibility;
  return (
    <ul>
      <li>
        {t("prioritisation.who.bases", {
          bases: format.list(bases.map((basis) => t(`prioritisation.basis.${basis}`))),
        })}
      </li>
      <li>
        {minimumAge > 0 ? t("prioritisation.who.age", { age: minimumAge }) : t("prioritisation.who.anyAge")}
      </li>
      {verifiedResidence ? <li>{t("prioritisation.who.verified")}</li> : null}
      <li>{t("prioritisation.who.lists")}</li>
    </ul>
  );
}

/** The kind of ballot and the rule, on one line. */
export function RulesInShort({ rules }: Props) {
  const t = useT();
  const rule = ALLOCATION_RULES.find((known) => known === rules.allocation);
  const names = [t(`prioritisation.ballotKind.${rules.ballot}.name`)];
  if (rule) names.push(t(`prioritisation.allocation.${rule}.name`));
  return names.join(" · ");
}

/** How ballots become funded projects. */
export function HowItIsCounted({ rules }: Props) {
  const t = useT();
  const rule = ALLOCATION_RULES.find((known) => known === rules.allocation);
  return (
    <ul>
      <li>
        {rules.ballot === "approval"
          ? t("prioritisation.ballotKind.approval.plain", { max: rules.maxChoices })
          : t("prioritisation.ballotKind.knapsack.plain")}
      </li>
      <li>
        {rule ? (
          <>
            <strong>{t(`prioritisation.allocation.${rule}.name`)}.</strong>{" "}
            {t(`prioritisation.allocation.${rule}.plain`)}
          </>
        ) : (
          t("prioritisation.allocation.other", { rule: rules.allocation })
        )}
      </li>
      {rules.minimumVotes > 0 ? (
        <li>{t("prioritisation.counting.minimum", { votes: rules.minimumVotes })}</li>
      ) : null}
      <li>{t(`prioritisation.counting.tie.${rules.tieOrder}`)}</li>
      <li>{t("prioritisation.counting.hidden")}</li>
    </ul>
  );
}
