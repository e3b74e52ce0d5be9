import type { PetitionStep, RefusalGround } from "~/domain/petitions/petition";
import type { Locale } from "~/i18n/locales";
import { useT } from "~/i18n/use-translation";
import { PlainText } from "~/ui/prose";
import { Time } from "~/ui/time";
import { Timeline } from "~/ui/timeline";

type Fact = { step: PetitionStep; at: Date; ground: RefusalGround | null; note: string };

/** What has happened, newest first, with the words of who did it. */
export function AuthorTimeline({ facts, language }: { facts: Fact[]; language: Locale }) {
  const t = useT();
  const items = facts.toReversed().map(({ step, at, ground, note }) => ({
    title: t(`petitions.step.${step}`),
    when: <Time value={at} format="dateTime" />,
    children: (
      <>
        {ground ? (
          <p>
            {t(`petitions.ground.${ground}`)}. {t(`petitions.rule.${ground}`)}
          </p>
        ) : null}
        {note ? <PlainText text={note} lang={language} /> : null}
      </>
    ),
  }));
  return <Timeline items={items} />;
}
