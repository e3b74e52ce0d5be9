import { and, eq } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database, type Transaction } from "~/platform/database.server";
import { hashSecretToken, looksLikeToken } from "~/platform/secret-token.server";
import { petitionDraft } from "~db/schema/petitions";

const columns = {
  id: petitionDraft.id,
  version: petitionDraft.version,
  answers: petitionDraft.answers,
  /** Set once the draft has become a petition. */
  filedNumber: petitionDraft.filedNumber,
};

export type StoredPetitionDraft = NonNullable<Awaited<ReturnType<typeof findPetitionDraft>>>;

function byToken(community: Community, resume: string) {
  return and(
    eq(petitionDraft.communityId, community.id),
    eq(petitionDraft.resumeHash, hashSecretToken(resume)),
  );
}

/** The draft behind a resume link; null for a token of another community or of nobody (S-5). */
export async function findPetitionDraft(community: Community, resume: string | undefined) {
  if (!looksLikeToken(resume)) return null;
  const [found] = await database().select(columns).from(petitionDraft).where(byToken(community, resume));
  return found ?? null;
}

/** The draft, held until the end of the transaction: what two requests do with it happens one after the other. */
export async function lockPetitionDraft(
  tx: Transaction,
  community: Community,
  resume: string,
): Promise<StoredPetitionDraft | null> {
  if (!looksLikeToken(resume)) return null;
  const [found] = await tx
    .select(columns)
    .from(petitionDraft)
    .where(byToken(community, resume))
    .for("update");
  return found ?? null;
}
