import { OUTCOMES, totalsOf, VOTES } from "~/domain/petitions/answer";
import { ANSWER_LIMITS, TOTAL_FIELDS } from "~/domain/petitions/answer-form";
import { documentLines, voteLines } from "~/domain/petitions/answer-lines";
import { localeNames } from "~/i18n/locales";
import { useLocale, useT } from "~/i18n/use-translation";
import { Button, ButtonRow } from "~/ui/button";
import { TextField } from "~/ui/field";
import { Fieldset } from "~/ui/fieldset";
import { PostForm } from "~/ui/form";
import { Radios } from "~/ui/radios";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import { useFormAnswers } from "~/ui/use-form-answers";
import type { ShownAnswer } from "./answer-page";

/** The answer as the council gives it: who, what, the words, and what proves them. */
export function AnswerFields({ shown }: { shown: ShownAnswer }) {
  const t = useT();
  const { text, error } = useFormAnswers();
  const { newest, base } = shown;
  return (
    <PostForm action={`${base}/answer`}>
      <input type="hidden" name="version" value={newest?.version ?? 0} />
      <Words shown={shown} />
      <TextField
        name="signedBy"
        label={t("answers.write.signedBy")}
        hint={t("answers.write.signedByHint")}
        maxLength={ANSWER_LIMITS.signedBy}
        defaultValue={text("signedBy", newest?.signedBy)}
        error={error("signedBy")}
      />
      <Proofs shown={shown} />
      {newest ? (
        <TextArea
          name="changeNote"
          label={t("answers.write.changeNote")}
          hint={t("answers.write.changeNoteHint")}
          rows={3}
          maxCharacters={ANSWER_LIMITS.note}
          defaultValue={text("changeNote")}
          error={error("changeNote")}
        />
      ) : null}
      <ButtonRow>
        <Button>{t("answers.write.toCheck")}</Button>
      </ButtonRow>
    </PostForm>
  );
}

/** What was decided, and the text in its language. */
function Words({ shown: { newest, languages } }: { shown: ShownAnswer }) {
  const t = useT();
  const locale = useLocale();
  const { text, error } = useFormAnswers();
  const language = text("language", newest?.language ?? locale);
  return (
    <>
      <Radios
        name="outcome"
        label={t("answers.write.outcome")}
        options={OUTCOMES.map((outcome) => ({
          value: outcome,
          label: t(`answers.outcome.${outcome}`),
          hint: t(`answers.write.outcomeHint.${outcome}`),
        }))}
        defaultValue={text("outcome", newest?.outcome)}
        error={error("outcome")}
      />
      <Select
        name="language"
        label={t("answers.write.language")}
        options={languages.map((each) => ({ value: each, label: localeNames[each] }))}
        emptyLabel={false}
        defaultValue={language}
        error={error("language")}
      />
      <TextArea
        name="body"
        label={t("answers.write.body")}
        hint={t("answers.write.bodyHint")}
        rows={14}
        maxCharacters={ANSWER_LIMITS.body}
        lang={language}
        defaultValue={text("body", newest?.body)}
        error={error("body")}
      />
    </>
  );
}

/** Documents and the vote; the totals of the minutes are typed as well, so that a missed name shows. */
function Proofs({ shown: { newest } }: { shown: ShownAnswer }) {
  const t = useT();
  const { text, error } = useFormAnswers();
  const totals = newest?.votes ? totalsOf(newest.votes) : null;
  return (
    <>
      <TextArea
        name="documents"
        label={t("answers.write.documents")}
        hint={t("answers.write.documentsHint")}
        optional
        rows={3}
        defaultValue={text("documents", documentLines(newest?.documents ?? []))}
        error={error("documents")}
      />
      <TextArea
        name="votes"
        label={t("answers.write.votes")}
        hint={t("answers.write.votesHint")}
        optional
        rows={6}
        defaultValue={text(
          "votes",
          voteLines(newest?.votes ?? [], (vote) => t(`answers.vote.${vote}`)),
        )}
        error={error("votes")}
      />
      <Fieldset id="totals" legend={t("answers.write.totals")} hint={t("answers.write.totalsHint")} optional>
        <div className="field-row">
          {VOTES.map((vote) => (
            <TextField
              key={vote}
              name={TOTAL_FIELDS[vote]}
              label={t(`answers.write.total.${vote}`)}
              inputMode="numeric"
              width="xs"
              defaultValue={text(TOTAL_FIELDS[vote], totals ? String(totals[vote]) : undefined)}
              error={error(TOTAL_FIELDS[vote])}
            />
          ))}
        </div>
      </Fieldset>
    </>
  );
}
