import { and, count, eq } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { transaction } from "~/platform/database.server";
import { encodePhoto, type Photo, type PhotoRefusal } from "~/platform/image.server";
import { removePhotoFile, storePhoto } from "~/platform/storage.server";
import { newId } from "~/shared/id";
import { done, type Outcome, refused } from "~/shared/outcome";
import { initiativePhoto } from "~db/schema/initiatives";
import type { SaveRefusal } from "./change-draft.server";
import { LIMITS } from "./draft-form";
import { findDraft, listDraftPhotos, lockDraft } from "./draft-queries.server";

type NewPhoto = { bytes: Uint8Array; fileName: string; description: string };
type Refusal = SaveRefusal | PhotoRefusal | "too_many_photos";

/**
 * Adds a photo to a draft. The file is made before the row, so that a row never lacks its file; a file whose
 * row was refused goes at once.
 */
export async function attachPhoto(
  community: Community,
  resume: string,
  { bytes, fileName, description }: NewPhoto,
): Promise<Outcome<{ id: string }, Refusal>> {
  const before = await findDraft(community, resume);
  if (!before) return refused("no_such_draft");
  const present = await listDraftPhotos(community, before.id);
  if (present.length >= LIMITS.photos) return refused("too_many_photos", { maximum: LIMITS.photos });
  const encoded = await encodePhoto(bytes, fileName);
  if (!encoded.done) return encoded;
  const id = newId();
  await storePhoto(community.id, id, encoded.value.bytes);
  try {
    const outcome = await insertPhoto(community, resume, { id, description, photo: encoded.value });
    if (!outcome.done) await removePhotoFile(community.id, id);
    return outcome;
  } catch (error) {
    await removePhotoFile(community.id, id);
    throw error;
  }
}

async function insertPhoto(
  community: Community,
  resume: string,
  { id, description, photo }: { id: string; description: string; photo: Photo },
): Promise<Outcome<{ id: string }, SaveRefusal | "too_many_photos">> {
  return await transaction(async (tx) => {
    const draft = await lockDraft(tx, community, resume);
    if (!draft) return refused("no_such_draft");
    if (draft.submittedNumber !== null) return refused("already_submitted");
    const own = and(eq(initiativePhoto.communityId, community.id), eq(initiativePhoto.draftId, draft.id));
    const [present] = await tx.select({ photos: count() }).from(initiativePhoto).where(own);
    if ((present?.photos ?? 0) >= LIMITS.photos)
      return refused("too_many_photos", { maximum: LIMITS.photos });
    const { width, height } = photo;
    await tx.insert(initiativePhoto).values({
      communityId: community.id,
      id,
      draftId: draft.id,
      description,
      width,
      height,
      bytes: photo.bytes.length,
    });
    return done({ id });
  });
}
