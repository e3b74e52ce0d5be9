import { useFormat, useT } from "~/i18n/use-translation";
import { Details } from "~/ui/details";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import type { AnswerVersion, PetitionResponse, ResponseStanding } from "../response";
import { AnswerText } from "./answer-text";
import { DebateSection } from "./debate-section";

/** What the council owes to a petition and what it has given; nothing as long as there is neither. */
export function ResponseBox({ response }: { response: PetitionResponse }) {
  const t = useT();
  const { answers, debates, below } = response;
  const [newest, ...earlier] = answers;
  return (
    <>
      {response.response.state === "not_due" && !below ? null : (
        <Section title={t("answers.box.title")} id="answer">
          {below && !newest ? <p className="measure">{t(`answers.below.${below}`)}</p> : null}
          <AnswerSentence response={response.response} />
          {newest ? (
            <AnswerText answer={newest}>
              <Correction answer={newest} />
            </AnswerText>
          ) : null}
          {earlier.map((answer) => (
            <EarlierVersion key={answer.version} answer={answer} />
          ))}
        </Section>
      )}
      <DebateSection debate={response.debate} debates={debates} />
    </>
  );
}

function AnswerSentence({ response }: { response: ResponseStanding }) {
  const t = useT();
  const format = useFormat();
  if (response.state === "not_due") return null;
  if (response.state === "answered") {
    const { at, dueAt, inTime } = response;
    const due = dueAt ? format.deadline(dueAt) : "";
    return (
      <p className="measure">
        {t("answers.box.answered", { date: format.date(at) })}{" "}
        {inTime === null ? null : t(inTime ? "answers.box.inTime" : "answers.box.late", { date: due })}
      </p>
    );
  }
  const date = format.deadlineZone(response.dueAt);
  if (!response.overdue) return <p className="measure">{t("answers.box.due", { date })}</p>;
  return (
    <Notice tone="error" title={t("answers.box.overdueTitle")}>
      {t("answers.box.overdue", { date })}
    </Notice>
  );
}

/** A published answer is never replaced in silence. */
function Correction({ answer: { version, at, changeNote } }: { answer: AnswerVersion }) {
  const t = useT();
  const format = useFormat();
  if (version === 1) return null;
  return (
    <p className="quiet measure">
      {t("answers.box.corrected", { date: format.date(at) })} {changeNote}
    </p>
  );
}

function EarlierVersion({ answer }: { answer: AnswerVersion }) {
  const t = useT();
  const format = useFormat();
  const { version, at } = answer;
  return (
    <Details summary={t("answers.box.earlier", { version, date: format.date(at) })}>
      <AnswerText answer={answer} />
    </Details>
  );
}
