import type { Community } from "~/domain/communities/community";
import { findPetitionToSign, type PetitionAddress, type PetitionToSign } from "./signing-queries.server";

/** Milliseconds. In a rush a thousand signers of one petition share one read. */
const FRESH_MS = 1_000;
const MOST_KEPT = 1_000;

const kept = new Map<string, { readAt: number; petition: Promise<PetitionToSign | null> }>();

/**
 * A petition as a second ago, for the act of signing: its rules are frozen, and whether it still takes signatures
 * is decided by the statement that writes one, not by this.
 */
export function recallPetition(community: Community, by: PetitionAddress): Promise<PetitionToSign | null> {
  const key = `${community.id} ${"number" in by ? by.number : by.secondToken}`;
  const known = kept.get(key);
  if (known && performance.now() - known.readAt < FRESH_MS) return known.petition;
  const petition = findPetitionToSign(community, by);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, { readAt: performance.now(), petition });
  petition.then(
    (found) => found ?? kept.delete(key),
    () => kept.delete(key),
  );
  return petition;
}
