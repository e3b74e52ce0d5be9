import { and, eq, isNull } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { countAttempts } from "~/domain/identity/attempt-limit.server";
import { database } from "~/platform/database.server";
import { hashSecretToken, looksLikeToken } from "~/platform/secret-token.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { pendingSignature } from "~db/schema/signatures";
import { findSigningGate } from "./signing-gate-queries.server";
import { limitKey } from "./signing-limits";

/** One "it was not me" weighs as much as so many letters asked for: whoever plays with others' addresses soon has to stop. */
const WEIGHT = 5;

/** The button "it was not me": what was asked for is forgotten, and counts against whoever asked. */
export async function rejectAsking(
  community: Community,
  token: string | undefined,
): Promise<Outcome<undefined, "over">> {
  if (!looksLikeToken(token)) return refused("over");
  const [gone] = await database()
    .delete(pendingSignature)
    .where(
      and(
        eq(pendingSignature.communityId, community.id),
        eq(pendingSignature.tokenHash, hashSecretToken(token)),
        isNull(pendingSignature.confirmedAt),
      ),
    )
    .returning({ addressHash: pendingSignature.addressHash });
  if (!gone) return refused("over");
  const { limits } = await findSigningGate(community, "");
  if (limits.address) {
    const key = limitKey("address", gone.addressHash);
    await countAttempts(community, [{ rule: limits.address, key, weight: WEIGHT }]);
  }
  return done();
}
