import type { RoundStatus } from "~/domain/prioritisation/round-record";
import { useFormat, useT } from "~/i18n/use-translation";

/** One sentence on where a round stands. */
export function RoundStatusSentence({ status: { code, date } }: { status: RoundStatus }) {
  const t = useT();
  const format = useFormat();
  if (code === "draft" || code === "opening" || code === "counting" || code === "finished") {
    return t(`prioritisation.status.${code}`);
  }
  if (!date) return t("prioritisation.status.undated");
  const begins = code === "announced" || code === "before_voting";
  return t(`prioritisation.status.${code}`, {
    date: begins ? format.dateTimeZone(date) : format.deadlineZone(date),
  });
}
