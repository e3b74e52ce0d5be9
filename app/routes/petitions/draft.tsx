import { redirect } from "@remix-run/node";
import { allow } from "~/domain/identity/allow.server";
import { resumeStep } from "~/domain/petitions/petition-draft";
import { openPetitionDraft } from "./open-petition-draft.server";

/** The resume link: to the first step without an answer, or to the confirmation of what is filed. */
export const loader = allow("anyone", async (input) => {
  const { draft, frame } = await openPetitionDraft(input);
  throw redirect(`${frame.base}/${resumeStep(draft.answers)}`);
});

export default function Draft() {
  return null;
}
