import type { Locale } from "~/i18n/locales";
import { useFormat, useT } from "~/i18n/use-translation";
import { PlainText } from "~/ui/prose";
import { Section } from "~/ui/section";
import { Time } from "~/ui/time";
import { Timeline } from "~/ui/timeline";
import type { InitiativeStep, RefusalReason } from "../initiative";

type Props = {
  events: {
    step: InitiativeStep;
    reason: RefusalReason | null;
    note: string;
    dueAt: Date | null;
    createdAt: Date;
  }[];
  language: Locale;
};

/** Every step with its day, newest first. */
export function InitiativeTimeline({ events, language }: Props) {
  const t = useT();
  const format = useFormat();
  return (
    <Section title={t("initiatives.timeline.title")} id="timeline">
      <Timeline
        items={events.map(({ step, reason, note, dueAt, createdAt }, index) => ({
          title: t(`initiatives.timeline.${step}`),
          when: <Time value={createdAt} format="dateTime" />,
          current: index === 0,
          children: (
            <>
              {reason ? <p>{t(`initiatives.reason.${reason}.name`)}</p> : null}
              {note ? <PlainText text={note} lang={byAuthor(step) ? language : undefined} /> : null}
              {dueAt ? (
                <p>{t("initiatives.refusal.reworkBy", { date: format.dateTimeZone(dueAt) })}</p>
              ) : null}
            </>
          ),
        }))}
      />
    </Section>
  );
}

function byAuthor(step: InitiativeStep): boolean {
  return step === "submit" || step === "resubmit" || step === "withdraw";
}
