import { and, eq, isNull } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { transaction } from "~/platform/database.server";
import { removePhotoFile } from "~/platform/storage.server";
import { isId } from "~/shared/id";
import { done, type Outcome, refused } from "~/shared/outcome";
import { initiativePhoto } from "~db/schema/initiatives";
import type { SaveRefusal } from "./change-draft.server";
import { lockDraft } from "./draft-queries.server";

/** Takes a photo out of a draft that is not submitted. A photo that is not there any more is no mistake. */
export async function removePhoto(
  community: Community,
  resume: string,
  photoId: string,
): Promise<Outcome<undefined, SaveRefusal>> {
  const outcome = await transaction(async (tx): Promise<Outcome<boolean, SaveRefusal>> => {
    const draft = await lockDraft(tx, community, resume);
    if (!draft) return refused("no_such_draft");
    if (draft.submittedNumber !== null) return refused("already_submitted");
    if (!isId(photoId)) return done(false);
    const gone = await tx
      .delete(initiativePhoto)
      .where(
        and(
          eq(initiativePhoto.communityId, community.id),
          eq(initiativePhoto.draftId, draft.id),
          eq(initiativePhoto.id, photoId),
          isNull(initiativePhoto.initiativeId),
        ),
      )
      .returning({ id: initiativePhoto.id });
    return done(gone.length > 0);
  });
  if (!outcome.done) return outcome;
  if (outcome.value) await removePhotoFile(community.id, photoId);
  return done();
}
