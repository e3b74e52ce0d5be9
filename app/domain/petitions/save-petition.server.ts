import { and, eq, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { transaction } from "~/platform/database.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { petitionDraft } from "~db/schema/petitions";
import type { PetitionDraft } from "./petition-draft";
import { lockPetitionDraft } from "./petition-draft-queries.server";

export type SaveRefusal = "no_such_draft" | "already_filed";
/** `crossed` tells that another tab had saved something else, which is now on offer. */
export type Saved = { crossed: boolean };

/** Reads, changes and writes a draft that is not filed yet, while nobody else can. */
export async function savePetition(
  community: Community,
  resume: string,
  change: (draft: PetitionDraft) => PetitionDraft,
): Promise<Outcome<Saved, SaveRefusal>> {
  return await transaction(async (tx) => {
    const draft = await lockPetitionDraft(tx, community, resume);
    if (!draft) return refused("no_such_draft");
    if (draft.filedNumber !== null) return refused("already_filed");
    const { version, answers } = change(draft);
    await tx
      .update(petitionDraft)
      .set({ version, answers, updatedAt: sql`clock_timestamp()` })
      .where(and(eq(petitionDraft.communityId, community.id), eq(petitionDraft.id, draft.id)));
    return done({ crossed: answers.replaced !== undefined });
  });
}
