import type { Handled } from "~/domain/identity/allow.server";
import { type AnswerContent, answerForm, readAnswer } from "~/domain/petitions/answer-form";
import { mailingLetter, type News } from "~/domain/petitions/mailing-letter";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import type { FormValues } from "~/shared/form-failure";
import type { ParsedForm } from "~/shared/parsed-form";
import type { openAnswer } from "./open-answered.server";

type Typed =
  | { ok: true; content: AnswerContent; seenVersion: number; values: FormValues }
  | { ok: false; failure: ReturnType<typeof formFailure> };

/**
 * The answer of the form, or everything that is wrong in it. With `newest` a form that was built on an older version
 * is refused here already.
 */
export function readTypedAnswer(form: ParsedForm, newest: number | null): Typed {
  const result = readForm(form, answerForm);
  if (!result.ok) return { ok: false, failure: formFailure(result.errors, result.values) };
  const { version: seenVersion } = result.data;
  if (newest !== null && seenVersion !== newest) {
    const stale = complaint("form", "answers.refusal.changed_meanwhile");
    return { ok: false, failure: formFailure([stale], result.values, 409) };
  }
  const { content, complaints } = readAnswer(result.data);
  if (complaints.length > 0) {
    const told = complaints.map(({ field, code, values }) =>
      complaint(field, `answers.error.${code}`, values),
    );
    return { ok: false, failure: formFailure(told, result.values) };
  }
  return { ok: true, content, seenVersion, values: result.values };
}

/** Page and letter as readers of the petition's language would get them; the link to leave differs for each. */
export function previewAnswer(
  { community, origin }: Pick<Handled<"clerk">, "community" | "origin">,
  { petition, shown }: Awaited<ReturnType<typeof openAnswer>>,
  content: AnswerContent,
) {
  const { number, language, hiddenAt, title } = petition;
  const answer = { ...content, version: (shown.newest?.version ?? 0) + 1 };
  const news: News = {
    about: "answer",
    number,
    title: hiddenAt ? null : title,
    signatures: 0,
    duties: [],
    below: null,
    answer,
    debate: null,
  };
  return { content, letter: { ...mailingLetter(news, { community, origin }, language, null), language } };
}
