import type { Community } from "~/domain/communities/community";
import { CommitUnknownError } from "~/platform/database.server";
import type { NewSignature } from "./add-signatures.server";
import { followPetition, type NewFollower } from "./follow-petition.server";
import type { PetitionState } from "./petition";
import { putBackSignature } from "./put-back-signature.server";
import { secondPetition } from "./second-petition.server";
import { signTogether } from "./sign-together.server";

type Signing = {
  community: Community;
  origin: string;
  state: PetitionState;
  /** Null for a signer who wants to hear no more. */
  follower: NewFollower | null;
};

/**
 * A signature and what follows from it. All of it may be done again: who signed before is told the same, and what a
 * lost answer left undone is made up for (F-4).
 */
export async function writeSignature(
  { community, origin, state, follower }: Signing,
  one: NewSignature,
): Promise<"added" | "again" | "put_back" | "closed"> {
  const added = await signTogether(community, one).catch((error: unknown) => {
    if (error instanceof CommitUnknownError) return signTogether(community, one);
    throw error;
  });
  if (added === "closed") return added;
  const isPutBack = added === "again" && (await putBackSignature(community, one));
  if (follower) await followPetition(community, one.petitionId, follower);
  if (state === "gathering") await secondPetition(community, one.petitionId, origin);
  return isPutBack ? "put_back" : added;
}
