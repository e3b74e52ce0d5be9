import type { Community } from "~/domain/communities/community";
import type { Outcome } from "~/shared/outcome";
import { changeDraft, type Saved, type SaveRefusal } from "./change-draft.server";
import { withOlder } from "./draft";

/** Puts the answer of another tab back in place of the newer one, which stays on offer (F-26). */
export async function restoreDraft(
  community: Community,
  resume: string,
): Promise<Outcome<Saved, SaveRefusal>> {
  return await changeDraft(community, resume, withOlder);
}
