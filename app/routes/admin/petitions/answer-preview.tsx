import type { AnswerContent } from "~/domain/petitions/answer-form";
import { AnswerText } from "~/domain/petitions/components/answer-text";
import type { Locale } from "~/i18n/locales";
import { useLocale, useT } from "~/i18n/use-translation";
import { Button, ButtonRow } from "~/ui/button";
import { Details } from "~/ui/details";
import { PostForm } from "~/ui/form";
import { PlainText } from "~/ui/prose";
import { Section } from "~/ui/section";
import { useFormFailure } from "~/ui/use-form-failure";
import { AnswerFields } from "./answer-fields";
import type { ShownAnswer } from "./answer-page";

export type Preview = {
  content: AnswerContent;
  letter: { subject: string; body: string; language: Locale };
};

/** What everybody will read, word for word; the answers travel on in the form. */
export function AnswerPreview({ shown, preview }: { shown: ShownAnswer; preview: Preview }) {
  const t = useT();
  const locale = useLocale();
  const { values } = useFormFailure();
  const { content, letter } = preview;
  const lang = letter.language === locale ? undefined : letter.language;
  return (
    <>
      <Section title={t("answers.write.pageTitle")}>
        <AnswerText answer={content}>
          {content.changeNote ? <p className="quiet measure">{content.changeNote}</p> : null}
        </AnswerText>
      </Section>
      <Section
        title={t("answers.write.letterTitle")}
        lead={t("answers.write.readers", { count: shown.followers })}
      >
        <p lang={lang}>
          <strong>{letter.subject}</strong>
        </p>
        <PlainText text={letter.body} lang={lang} />
      </Section>
      <PostForm action={`${shown.base}/answer/publish`}>
        {Object.entries(values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={String(value)} />
        ))}
        <ButtonRow>
          <Button>{t(shown.newest ? "answers.write.publishCorrection" : "answers.write.publish")}</Button>
        </ButtonRow>
      </PostForm>
      <Details summary={t("answers.write.edit")}>
        <AnswerFields shown={shown} />
      </Details>
    </>
  );
}
