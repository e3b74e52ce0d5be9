import { and, eq } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Viewer } from "~/domain/identity/viewer";
import { database } from "~/platform/database.server";
import { hashSecretToken, looksLikeToken } from "~/platform/secret-token.server";
import { petition, petitionDraft } from "~db/schema/petitions";
import { type PetitionAuthor, proveAuthor } from "./author";
import { type FoundPetition, findPetition } from "./petition-queries.server";

export type OwnPetition = { petition: FoundPetition; author: PetitionAuthor };

/** The petition behind the author's secret link; null for a token of another community or of nobody (S-2, S-5). */
export async function findOwnPetition(
  community: Community,
  viewer: Viewer,
  token: string | undefined,
): Promise<OwnPetition | null> {
  if (!looksLikeToken(token)) return null;
  const [row] = await database()
    .select({ id: petition.id })
    .from(petition)
    .where(and(eq(petition.communityId, community.id), eq(petition.authorHash, hashSecretToken(token))));
  const found = row ? await findPetition(community, { id: row.id }) : null;
  return found ? { petition: found, author: proveAuthor(found, viewer) } : null;
}

/**
 * What a filed draft has become, for the holder of its resume link; null for any other draft. Only a mailbox or an
 * account proves the author, so this gives no right to act.
 */
export async function findFiledPetition(community: Community, resume: string | undefined) {
  if (!looksLikeToken(resume)) return null;
  const [row] = await database()
    .select({ id: petition.id, email: petition.authorEmail })
    .from(petitionDraft)
    .innerJoin(
      petition,
      and(
        eq(petition.communityId, petitionDraft.communityId),
        eq(petition.number, petitionDraft.filedNumber),
      ),
    )
    .where(
      and(eq(petitionDraft.communityId, community.id), eq(petitionDraft.resumeHash, hashSecretToken(resume))),
    );
  const found = row ? await findPetition(community, { id: row.id }) : null;
  return row && found ? { petition: found, email: row.email } : null;
}
