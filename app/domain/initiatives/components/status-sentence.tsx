import { useFormat, useT } from "~/i18n/use-translation";
import type { Status } from "../status";

/** Where it stands, who has it and by when, in one sentence; overdue is said in a second one. */
export function StatusSentence({ status: { code, date, overdue } }: { status: Status }) {
  const t = useT();
  const format = useFormat();
  const sentence = t(`initiatives.status.${code}`, { date: date ? format.date(date) : "" });
  return (
    <>
      {sentence}
      {overdue ? ` ${t("initiatives.status.overdue")}` : null}
    </>
  );
}
