import type { Community } from "~/domain/communities/community";
import type { Outcome } from "~/shared/outcome";
import { changeDraft, type Saved, type SaveRefusal } from "./change-draft.server";
import { type SavedStep, type StepAnswers, withStep } from "./draft";

/** Saves the answer to one step. `seen` is the version of the draft that the page with the form showed. */
export async function saveDraft<S extends SavedStep>(
  community: Community,
  resume: string,
  { step, answers, seen }: { step: S; answers: StepAnswers[S]; seen: number },
): Promise<Outcome<Saved, SaveRefusal>> {
  return await changeDraft(community, resume, (draft) => withStep(draft, step, answers, seen));
}
