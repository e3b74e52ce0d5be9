import { redirect } from "@remix-run/node";
import { allow } from "~/domain/identity/allow.server";
import { resumeStep } from "~/domain/initiatives/draft";
import { openDraft } from "./open-draft.server";

/** The resume link: to the first step without an answer, or to the confirmation of what is submitted. */
export const loader = allow("anyone", async (input) => {
  const { draft, frame } = await openDraft(input);
  throw redirect(`${frame.base}/${resumeStep(draft.answers)}`);
});

export default function Draft() {
  return null;
}
