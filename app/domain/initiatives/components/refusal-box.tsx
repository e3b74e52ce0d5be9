import { useFormat, useT } from "~/i18n/use-translation";
import { Notice } from "~/ui/notice";
import type { InitiativeState, RefusalReason } from "../initiative";

type Props = {
  refusal: { state: InitiativeState; reason: RefusalReason | null; note: string; dueAt: Date | null };
};

/** Reason code, the rule, a human sentence, and what can be done; first on the page. */
export function RefusalBox({ refusal: { state, reason, note, dueAt } }: Props) {
  const t = useT();
  const format = useFormat();
  const returned = state === "returned";
  return (
    <Notice
      tone={returned ? "warning" : "error"}
      title={t(returned ? "initiatives.refusal.returned" : "initiatives.refusal.refused")}
    >
      {reason ? (
        <>
          <p>
            <strong>{t(`initiatives.reason.${reason}.name`)}</strong>{" "}
            <span className="quiet">{t("initiatives.refusal.code", { code: reason })}</span>
          </p>
          <p>{t(`initiatives.reason.${reason}.rule`)}</p>
          <p>{t(`initiatives.reason.${reason}.text`)}</p>
        </>
      ) : null}
      {note ? <blockquote>{note}</blockquote> : null}
      {returned && dueAt ? (
        <p>{t("initiatives.refusal.reworkBy", { date: format.dateTimeZone(dueAt) })}</p>
      ) : null}
      <p>
        {t("initiatives.refusal.whatNow")}{" "}
        {reason ? t(`initiatives.reason.${reason}.remedy`) : t("initiatives.refusal.remedy")}
      </p>
    </Notice>
  );
}
