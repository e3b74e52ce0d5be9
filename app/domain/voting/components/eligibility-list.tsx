import type { Eligibility, EligibilityTest } from "~/domain/voting/eligibility";
import { useLocale, useT } from "~/i18n/use-translation";
import { Notice } from "~/ui/notice";
import { Tag } from "~/ui/tag";

type Props = {
  right: Eligibility;
  minimumAge: number /** Rules the decision was made by. */;
  rulesHref: string;
};

/** Why one may or may not vote, condition by condition, and what to do about it. */
export function EligibilityList({ right, minimumAge, rulesHref }: Props) {
  const t = useT();
  const locale = useLocale();
  return (
    <Notice
      tone={right.eligible ? "success" : "warning"}
      title={t(right.eligible ? "voting.right.yes" : "voting.right.no")}
    >
      <ul className="plain stack">
        {right.tests.map((test) => (
          <li key={test.test}>
            <Tag tone={test.reason ? "warning" : "success"}>
              {t(test.reason ? "voting.right.notMet" : "voting.right.met")}
            </Tag>{" "}
            <Sentence {...test} minimumAge={minimumAge} />
          </li>
        ))}
      </ul>
      {right.eligible ? null : <p>{t("voting.right.contest")}</p>}
      <p className="cluster">
        <a href={rulesHref}>{t("voting.right.rules")}</a>
        {right.eligible ? null : <a href={`/${locale}/account/residence`}>{t("voting.right.account")}</a>}
      </p>
    </Notice>
  );
}

function Sentence({ test, reason, minimumAge }: EligibilityTest & { minimumAge: number }) {
  const t = useT();
  const age = { age: minimumAge };
  if (reason === "too_young") return t("voting.right.reason.too_young", age);
  if (reason) return t(`voting.right.reason.${reason}`);
  return test === "age" ? t("voting.right.test.age", age) : t(`voting.right.test.${test}`);
}
