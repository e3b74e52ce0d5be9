import type { RuleId } from "~/domain/tally/rules";
import { useT } from "~/i18n/use-translation";
import { ruleName, shortRuleName } from "../rule-name";

type Props = { rule: RuleId; used: boolean; short?: boolean };

/** The name of a rule, and whether it is the one that decided the vote; the id beside the full name. */
export function RuleLabel({ rule, used, short = false }: Props) {
  const t = useT();
  const name = short ? shortRuleName(t, rule) : ruleName(t, rule);
  return (
    <span>
      {used ? t("results.method.compareUsed", { rule: name }) : name}{" "}
      {short ? null : <code className="quiet small">{rule}</code>}
    </span>
  );
}
