import type { ModerationStep } from "~/domain/petitions/moderation";
import type { Locale } from "~/i18n/locales";
import { useLocale, useT } from "~/i18n/use-translation";
import { Button, ButtonRow } from "~/ui/button";
import { Details } from "~/ui/details";
import { PostForm } from "~/ui/form";
import { PlainText } from "~/ui/prose";
import { Section } from "~/ui/section";
import { useFormFailure } from "~/ui/use-form-failure";
import { DecisionFields } from "./decision-fields";

export type Letter = { subject: string; body: string; language: Locale };

type Props = { base: string; step: ModerationStep; letter: Letter; dueAt: Date | null };

/** The letter word for word, in the author's language; the answers travel on in the form. */
export function LetterPreview({ base, step, letter, dueAt }: Props) {
  const t = useT();
  const locale = useLocale();
  const { values } = useFormFailure();
  const lang = letter.language === locale ? undefined : letter.language;
  return (
    <>
      <Section title={<span lang={lang}>{letter.subject}</span>}>
        <PlainText text={letter.body} lang={lang} />
      </Section>
      <PostForm action={`${base}/decisions/${step}/send`}>
        {Object.entries(values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={String(value)} />
        ))}
        <ButtonRow>
          <Button variant={step === "open" || step === "restore" ? "primary" : "danger"}>
            {t(`moderation.step.${step}.send`)}
          </Button>
        </ButtonRow>
      </PostForm>
      <Details summary={t("moderation.decision.edit")}>
        <DecisionFields base={base} step={step} dueAt={dueAt} />
      </Details>
    </>
  );
}
