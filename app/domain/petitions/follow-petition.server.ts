import type { Community } from "~/domain/communities/community";
import { canonicalEmail } from "~/domain/identity/email";
import type { Locale } from "~/i18n/locales";
import { database } from "~/platform/database.server";
import { hashSecretToken } from "~/platform/secret-token.server";
import { newId } from "~/shared/id";
import { petitionFollower } from "~db/schema/petitions";
import { leaveToken } from "./leave-token.server";

export type NewFollower = { email: string; language: Locale };

/** Notes who asked to be told what becomes of a petition: one line for each mailbox, however often it asks. */
export async function followPetition(
  community: Community,
  petitionId: string,
  { email, language }: NewFollower,
): Promise<void> {
  const id = newId();
  await database()
    .insert(petitionFollower)
    .values({
      communityId: community.id,
      id,
      petitionId,
      canonicalEmail: canonicalEmail(email),
      email,
      language,
      leaveHash: hashSecretToken(leaveToken(community, id)),
    })
    .onConflictDoNothing();
}
