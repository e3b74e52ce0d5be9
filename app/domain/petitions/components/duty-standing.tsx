import { useFormat, useT } from "~/i18n/use-translation";
import { Tag } from "~/ui/tag";
import {
  type DebateStanding,
  type DutyRow,
  daysOverdue,
  debateOf,
  type ResponseStanding,
  responseOf,
} from "../response";

type Props = {
  row: Pick<DutyRow, "duty" | "reachedAt" | "dueAt" | "answeredAt" | "debate">;
  now: Date;
  /** How much time is left, for those who have to keep it. */
  countsDays?: boolean;
};

/** Where a duty stands, in a word or a date; only lateness is coloured. */
export function DutyStanding({ row, now, countsDays = false }: Props) {
  const t = useT();
  const format = useFormat();
  const { duty, reachedAt, dueAt, answeredAt, debate } = row;
  const facts = [{ duty, reachedAt, dueAt }];
  const standing: ResponseStanding | DebateStanding =
    duty === "answer" ? responseOf(facts, answeredAt, now) : debateOf(facts, debate, now);
  switch (standing.state) {
    case "answered":
      return (
        <Done sentence={t("answers.standing.answered", { date: format.date(standing.at) })} {...standing} />
      );
    case "held":
      return <Done sentence={t("answers.standing.held", { date: format.date(standing.on) })} {...standing} />;
    case "not_held":
      return <>{t("answers.standing.not_held", { reason: standing.reason })}</>;
    case "not_due":
      return null;
    default:
      break;
  }
  const set =
    standing.state === "scheduled"
      ? t("answers.standing.scheduled", { date: format.dateTime(standing.on) })
      : null;
  if (!standing.overdue)
    return <>{set ?? (countsDays ? format.daysLeft(dueAt, now) : t("answers.standing.due"))}</>;
  const days = daysOverdue(dueAt, now);
  return (
    <span>
      <Tag tone="danger">
        {countsDays ? t("answers.standing.overdueDays", { days }) : t("answers.standing.overdue")}
      </Tag>
      {set ? <> {set}</> : null}
    </span>
  );
}

function Done({ sentence, inTime }: { sentence: string; inTime: boolean | null }) {
  const t = useT();
  if (inTime === null) return <>{sentence}</>;
  return (
    <span>
      {sentence}{" "}
      <Tag tone={inTime ? "success" : "warning"}>
        {t(inTime ? "answers.standing.inTime" : "answers.standing.late")}
      </Tag>
    </span>
  );
}
