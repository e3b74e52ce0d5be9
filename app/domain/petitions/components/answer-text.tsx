import { useLocale, useT } from "~/i18n/use-translation";
import { PlainText } from "~/ui/prose";
import { Tag } from "~/ui/tag";
import type { AnswerOutcome } from "../answer";
import type { AnswerContent } from "../answer-form";
import { VoteByName } from "./vote-by-name";

const TONES = { accepted: "success", partly: "warning", declined: "danger" } as const satisfies Record<
  AnswerOutcome,
  string
>;

type Props = { answer: Omit<AnswerContent, "changeNote">; children?: React.ReactNode };

/** One version of an answer in full: what was decided, the words, the documents, the vote. */
export function AnswerText({ answer, children }: Props) {
  const t = useT();
  const locale = useLocale();
  const { outcome, signedBy, body, documents, votes } = answer;
  const lang = answer.language === locale ? undefined : answer.language;
  return (
    <>
      <p>
        <Tag tone={TONES[outcome]}>{t(`answers.outcome.${outcome}`)}</Tag>
      </p>
      {children}
      <PlainText text={body} lang={lang} />
      <p>
        {t("answers.box.signedBy")} <span lang={lang}>{signedBy}</span>
      </p>
      {votes && votes.length > 0 ? <VoteByName votes={votes} /> : null}
      {documents.length > 0 ? (
        <>
          <h3>{t("answers.box.documents")}</h3>
          <ul>
            {documents.map(({ name, address }) => (
              <li key={`${name} ${address}`}>
                <a href={address} lang={lang}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
