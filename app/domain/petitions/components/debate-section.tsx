import { useFormat, useT } from "~/i18n/use-translation";
import { Details } from "~/ui/details";
import { Facts } from "~/ui/facts";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import { Time } from "~/ui/time";
import type { DebateStanding, PetitionDebate } from "../response";

type Props = { debate: DebateStanding; debates: readonly PetitionDebate[] };

/** The debate: by when it is owed, when and where it is set, what came of it, and earlier dates. */
export function DebateSection({ debate, debates }: Props) {
  const t = useT();
  const [newest, ...earlier] = debates;
  if (debate.state === "not_due") return null;
  return (
    <Section title={t("answers.debate.title")} id="debate">
      <DebateSentence debate={debate} />
      {newest ? <DebateFacts debate={newest} /> : null}
      {earlier.length > 0 ? (
        <Details summary={t("answers.debate.earlier")}>
          <ul>
            {earlier.map(({ id, scheduledFor, notHeldReason }) => (
              <li key={id}>
                <Time value={scheduledFor} format="dateTime" />
                {notHeldReason ? `: ${notHeldReason}` : null}
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </Section>
  );
}

function DebateSentence({ debate }: { debate: DebateStanding }) {
  const t = useT();
  const format = useFormat();
  if (debate.state === "not_due") return null;
  if (debate.state === "not_held")
    return (
      <Notice tone="warning" title={t("answers.debate.notHeld")}>
        {debate.reason}
      </Notice>
    );
  if (debate.state === "held")
    return (
      <p>
        {t("answers.debate.held", { date: format.date(debate.on) })}{" "}
        {debate.inTime === false && debate.dueAt
          ? t("answers.debate.late", { date: format.deadline(debate.dueAt) })
          : null}
      </p>
    );
  const due = debate.dueAt ? format.deadlineZone(debate.dueAt) : "";
  if (debate.overdue)
    return (
      <Notice tone="error" title={t("answers.debate.overdueTitle")}>
        {t("answers.debate.overdue", { date: due })}
      </Notice>
    );
  if (debate.state === "due") return <p>{t("answers.debate.due", { date: due })}</p>;
  return <p>{t("answers.debate.scheduled", { date: format.dateTimeZone(debate.on) })}</p>;
}

function DebateFacts({ debate }: { debate: PetitionDebate }) {
  const t = useT();
  const format = useFormat();
  const { scheduledFor, place, meetingAddress, minutesAddress } = debate;
  const link = (href: string, key: "meeting" | "minutes") =>
    href === ""
      ? []
      : [{ label: t(`answers.debate.${key}`), value: <a href={href}>{t(`answers.debate.${key}Link`)}</a> }];
  return (
    <Facts
      items={[
        { label: t("answers.debate.when"), value: format.dateTimeZone(scheduledFor) },
        { label: t("answers.debate.place"), value: place },
        ...link(meetingAddress, "meeting"),
        ...link(minutesAddress, "minutes"),
      ]}
    />
  );
}
