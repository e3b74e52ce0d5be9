import { useFormat, useLocale, useT } from "~/i18n/use-translation";
import { Notice } from "~/ui/notice";
import type { PetitionPage } from "./load-petition.server";

/** The coded ground, the rule it rests on, the moderator's sentence, and what can be done; first on the page. */
export function PetitionRefusal({ page: { refusal, standing } }: { page: PetitionPage }) {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const date = standing.date ? format.deadlineZone(standing.date) : "";
  return (
    <Notice tone="error" title={t("petitions.page.refusal.title")}>
      {refusal ? (
        <>
          <p>
            <strong>{t(`petitions.ground.${refusal.ground}`)}</strong>{" "}
            <span className="quiet">{t("petitions.page.refusal.code", { code: refusal.ground })}</span>
          </p>
          <p>
            {t(`petitions.rule.${refusal.ground}`)}{" "}
            <a href={`/${locale}/petitions/rules`}>{t("petitions.list.rules")}</a>
          </p>
          {refusal.note ? <blockquote>{refusal.note}</blockquote> : null}
        </>
      ) : null}
      <p>
        {standing.code === "in_review" ? t("petitions.page.refusal.review", { date }) : null}
        {standing.code === "refused" ? t("petitions.page.refusal.reviewUntil", { date }) : null}
        {standing.code === "refused_final" ? t("petitions.page.refusal.final") : null}
      </p>
      <p>{t("petitions.page.refusal.remedy")}</p>
    </Notice>
  );
}
