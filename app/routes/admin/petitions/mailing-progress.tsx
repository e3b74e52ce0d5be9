import type { PetitionStep } from "~/domain/petitions/petition";
import { useFormat, useT } from "~/i18n/use-translation";
import { Section } from "~/ui/section";

type Props = { mailings: { id: string; about: PetitionStep; sent: number; doneAt: Date | null; at: Date }[] };

/** How many letters have been written about each step, and whether more are to come (F-13). */
export function MailingProgress({ mailings }: Props) {
  const t = useT();
  const format = useFormat();
  if (mailings.length === 0) return null;
  return (
    <Section title={t("answers.mail.title")} quiet>
      <ul>
        {mailings.map(({ id, about, sent, doneAt, at }) => (
          <li key={id}>
            {t(`petitions.step.${about}`)}, {format.dateTime(at)}.{" "}
            {t(doneAt ? "answers.mail.done" : "answers.mail.running", { count: sent })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
