import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { answerPetition } from "~/domain/petitions/answer-petition.server";
import { complaint, formFailure } from "~/platform/form.server";
import { pageMeta } from "~/ui/page-meta";
import { AnswerPage } from "./answer-page";
import { openAnswer } from "./open-answered.server";
import { readTypedAnswer } from "./read-typed-answer.server";

export const meta = pageMeta((t) => t("answers.write.title"), { hidden: true });

export const loader = allow("clerk", async (asked) => (await openAnswer(asked)).shown);

/** Publishes what was checked; of two clerks at once the second sees what the first has published. */
export const action = allow("clerk", async (asked) => {
  const { community, viewer, form } = asked;
  const { petition, shown } = await openAnswer(asked);
  const typed = readTypedAnswer(form, null);
  if (!typed.ok) return typed.failure;
  const { content, seenVersion, values } = typed;
  const outcome = await answerPetition(community, viewer, { petitionId: petition.id, content, seenVersion });
  if (outcome.done) return redirect(`${shown.base}/answer`);
  return formFailure([complaint("form", `answers.refusal.${outcome.reason}`)], values, 409);
});

export default function PublishAnswer() {
  return <AnswerPage shown={useLoaderData<typeof loader>()} />;
}
