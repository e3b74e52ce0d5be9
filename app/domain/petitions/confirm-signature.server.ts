import { and, eq, isNull, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { forgiveAttempt } from "~/domain/identity/attempt-limit.server";
import type { Sender } from "~/domain/identity/letters";
import { database } from "~/platform/database.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { pendingSignature } from "~db/schema/signatures";
import { findSigningGate } from "./signing-gate-queries.server";
import { limitKey } from "./signing-limits";
import type { Asking } from "./signing-queries.server";
import { writeSignature } from "./write-signature.server";

/**
 * The button behind a mail link. It may be pressed again, at once or later: nothing is used up, so a lost answer or
 * a scanner costs nobody their signature (R-12, S-25).
 */
export async function confirmSignature(
  { community, origin }: Sender,
  asking: Asking,
): Promise<Outcome<"added" | "again" | "put_back", "over" | "closed">> {
  const { petition, signerKey, email, language } = asking;
  if (asking.isOver) return refused("over");
  if (petition.hiddenAt) return refused("closed");
  const follower = asking.wantsNews ? { email, language } : null;
  const written = await writeSignature(
    { community, origin, state: petition.state, follower },
    {
      petitionId: petition.id,
      signerKey,
      channel: "mail",
      name: asking.name,
      showName: asking.showName,
      districtId: asking.districtId,
      basis: asking.basis,
      personId: null,
      assistedBy: null,
      sheetLineId: null,
      addressHash: asking.addressHash,
      networkHash: asking.networkHash,
    },
  );
  if (written === "closed") return refused("closed");
  if (!asking.isConfirmed) await settle(community, asking);
  return done(written);
}

/** After the signature, so that a link is never marked that gave none. The mailbox has proved itself: its letter counts no more. */
async function settle(community: Community, { tokenHash, signerKey }: Asking): Promise<void> {
  const settled = await database()
    .update(pendingSignature)
    .set({ confirmedAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(pendingSignature.communityId, community.id),
        eq(pendingSignature.tokenHash, tokenHash),
        isNull(pendingSignature.confirmedAt),
      ),
    )
    .returning({ signerKey: pendingSignature.signerKey });
  const { limits } = await findSigningGate(community, "");
  if (settled.length > 0 && limits.mailbox)
    await forgiveAttempt(community, limits.mailbox, ...limitKey("mailbox", signerKey));
}
