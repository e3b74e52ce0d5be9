import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { pageMeta } from "~/ui/page-meta";
import { AnswerPage } from "./answer-page";
import { openAnswer } from "./open-answered.server";
import { previewAnswer, readTypedAnswer } from "./read-typed-answer.server";

export const meta = pageMeta((t) => t("answers.write.title"), { hidden: true });

export const loader = allow("clerk", async (asked) => (await openAnswer(asked)).shown);

/** Changes nothing: shows page and letter as they would be, with the button that publishes them. */
export const action = allow("clerk", async (asked) => {
  const opened = await openAnswer(asked);
  const typed = readTypedAnswer(asked.form, opened.shown.newest?.version ?? 0);
  if (!typed.ok) return typed.failure;
  return { preview: previewAnswer(asked, opened, typed.content), values: typed.values, errors: [] };
});

export default function Answer() {
  return <AnswerPage shown={useLoaderData<typeof loader>()} />;
}
