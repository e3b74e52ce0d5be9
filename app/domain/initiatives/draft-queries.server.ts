import { and, asc, eq } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database, type Transaction } from "~/platform/database.server";
import { hashSecretToken, looksLikeToken } from "~/platform/secret-token.server";
import { isId } from "~/shared/id";
import { initiativeDraft, initiativePhoto } from "~db/schema/initiatives";
import type { DraftAnswers } from "./draft";

export type StoredDraft = {
  id: string;
  roundId: string;
  version: number;
  answers: DraftAnswers;
  /** Set once the draft has become an initiative. */
  submittedNumber: number | null;
};

const columns = {
  id: initiativeDraft.id,
  roundId: initiativeDraft.roundId,
  version: initiativeDraft.version,
  answers: initiativeDraft.answers,
  submittedNumber: initiativeDraft.submittedNumber,
};

function byToken(community: Community, resume: string) {
  return and(
    eq(initiativeDraft.communityId, community.id),
    eq(initiativeDraft.resumeHash, hashSecretToken(resume)),
  );
}

/** The draft behind a resume link; null for a token of another community or of nobody (S-5). */
export async function findDraft(
  community: Community,
  resume: string | undefined,
): Promise<StoredDraft | null> {
  if (!looksLikeToken(resume)) return null;
  const [found] = await database().select(columns).from(initiativeDraft).where(byToken(community, resume));
  return found ?? null;
}

/** The draft, held until the end of the transaction: what two requests do with it happens one after the other. */
export async function lockDraft(
  tx: Transaction,
  community: Community,
  resume: string,
): Promise<StoredDraft | null> {
  if (!looksLikeToken(resume)) return null;
  const [found] = await tx
    .select(columns)
    .from(initiativeDraft)
    .where(byToken(community, resume))
    .for("update");
  return found ?? null;
}

export type PhotoRow = { id: string; description: string; width: number; height: number };

const photoColumns = {
  id: initiativePhoto.id,
  description: initiativePhoto.description,
  width: initiativePhoto.width,
  height: initiativePhoto.height,
};

export async function listDraftPhotos(community: Community, draftId: string): Promise<PhotoRow[]> {
  return await database()
    .select(photoColumns)
    .from(initiativePhoto)
    .where(and(eq(initiativePhoto.communityId, community.id), eq(initiativePhoto.draftId, draftId)))
    .orderBy(asc(initiativePhoto.id));
}

/** Whether the photo belongs to this draft: the check before its file is read (S-45). */
export async function hasDraftPhoto(
  community: Community,
  draftId: string,
  photoId: string,
): Promise<boolean> {
  if (!isId(photoId)) return false;
  const [found] = await database()
    .select({ id: initiativePhoto.id })
    .from(initiativePhoto)
    .where(
      and(
        eq(initiativePhoto.communityId, community.id),
        eq(initiativePhoto.draftId, draftId),
        eq(initiativePhoto.id, photoId),
      ),
    );
  return found !== undefined;
}
