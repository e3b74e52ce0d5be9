import { randomBytes } from "node:crypto";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import { commitmentTo } from "~/domain/tally/draw";
import type { Transaction } from "~/platform/database.server";
import { roundDraw } from "~db/schema/voting";

/** As long as SHA-256 itself: nobody finds it from its commitment. */
const SEED_BYTES = 32;

/**
 * Chooses the secret seed of a round's draw, once, when its rules lock or a later amendment brings the draw in.
 * Only the commitment leaves the table before the public value stands (B-7).
 */
export async function commitDraw(tx: Transaction, community: Community, roundId: string): Promise<void> {
  const seed = randomBytes(SEED_BYTES).toString("hex");
  const commitment = commitmentTo(seed);
  const made = await tx
    .insert(roundDraw)
    .values({ communityId: community.id, roundId, seed, commitment })
    .onConflictDoNothing()
    .returning({ roundId: roundDraw.roundId });
  if (made.length === 0) return;
  await recordAct(tx, community, {
    act: "draw.committed",
    actorId: null,
    subjectKind: "round",
    subjectId: roundId,
    details: { commitment },
  });
}
