import { useT } from "~/i18n/use-translation";
import { Details } from "~/ui/details";

type Props = {
  /** The server holds the key to the box. */
  trial: boolean;
  /** The box lies in the embedded database (EM-4). */
  embedded: boolean;
};

/** What the vote protects, and what it cannot: printed next to the ballot and the receipt. */
export function VoteLimits({ trial, embedded }: Props) {
  const t = useT();
  return (
    <Details summary={t("voting.limits.title")}>
      <ul>
        <li>{t("voting.limits.sealed")}</li>
        <li>{t("voting.limits.results")}</li>
        <li>{t("voting.limits.receipt")}</li>
      </ul>
      <p>{t("voting.limits.cannot")}</p>
      <ul>
        {trial ? <li>{t("voting.limits.trial")}</li> : null}
        {embedded ? (
          <li>
            {t("common.embedded.title")}. {t("common.embedded.lacks")}
          </li>
        ) : null}
        <li>{t("voting.limits.server")}</li>
        <li>{t("voting.limits.pressure")}</li>
        <li>{t("voting.limits.device")}</li>
        <li>{t("voting.limits.smallGroups")}</li>
      </ul>
    </Details>
  );
}
