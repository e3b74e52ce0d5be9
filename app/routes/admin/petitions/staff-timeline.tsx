import type { listStaffEvents } from "~/domain/petitions/moderation-queries.server";
import { useFormat, useT } from "~/i18n/use-translation";
import { PlainText } from "~/ui/prose";
import { Section } from "~/ui/section";
import { Time } from "~/ui/time";
import { Timeline } from "~/ui/timeline";

type Props = { events: Awaited<ReturnType<typeof listStaffEvents>> };

/** What happened, newest first, with the names of the staff who acted: they are not shown in public. */
export function StaffTimeline({ events }: Props) {
  const t = useT();
  const format = useFormat();
  return (
    <Section title={t("moderation.petition.timeline")} quiet>
      <Timeline
        items={events.map(({ step, ground, note, dueAt, at, by }) => ({
          when: (
            <>
              <Time value={at} format="dateTime" />
              {by ? ` · ${by}` : null}
            </>
          ),
          title: t(`petitions.step.${step}`),
          children: (
            <>
              {ground ? (
                <p>
                  <strong>{t(`petitions.ground.${ground}`)}</strong>
                </p>
              ) : null}
              {note ? <PlainText text={note} /> : null}
              {dueAt ? (
                <p className="quiet">{t("moderation.petition.until", { date: format.deadline(dueAt) })}</p>
              ) : null}
            </>
          ),
        }))}
      />
    </Section>
  );
}
