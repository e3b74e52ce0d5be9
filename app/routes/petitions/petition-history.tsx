import type { PetitionStep, RefusalGround } from "~/domain/petitions/petition";
import type { Locale } from "~/i18n/locales";
import { useFormat, useT } from "~/i18n/use-translation";
import { PlainText } from "~/ui/prose";
import { Section } from "~/ui/section";
import { Time } from "~/ui/time";
import { Timeline } from "~/ui/timeline";

type Fact = { step: PetitionStep; at: Date; dueAt: Date | null; ground: RefusalGround | null; note: string };

const BY_AUTHOR: readonly PetitionStep[] = ["file", "resubmit", "withdraw", "ask_review"];

/** Every dated public fact, newest first, with who must act by when. */
export function PetitionHistory({ facts, language }: { facts: Fact[]; language: Locale }) {
  const t = useT();
  const format = useFormat();
  return (
    <Section title={t("petitions.page.history")} id="history">
      <Timeline
        items={facts.toReversed().map(({ step, at, dueAt, ground, note }, index) => ({
          title: t(`petitions.step.${step}`),
          when: <Time value={at} format="dateTime" />,
          current: index === 0,
          children: (
            <>
              {ground ? <p>{t(`petitions.ground.${ground}`)}</p> : null}
              {note ? <PlainText text={note} lang={BY_AUTHOR.includes(step) ? language : undefined} /> : null}
              {dueAt ? (
                <p className="quiet">{t("petitions.page.historyDue", { date: format.deadline(dueAt) })}</p>
              ) : null}
            </>
          ),
        }))}
      />
    </Section>
  );
}
