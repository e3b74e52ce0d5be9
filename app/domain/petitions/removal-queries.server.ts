import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { quarantine } from "~db/schema/signature-checks";
import { petitionCount } from "~db/schema/signatures";
import { type Removals, removalsOf } from "./removals";

/** What the public register of removed signatures shows: published counts and causes, no person. */
export async function findRemovals(community: Community, petitionId: string): Promise<Removals> {
  const [[count], checks] = await Promise.all([
    database()
      .select({ signatures: petitionCount.signatures, annulled: petitionCount.annulled })
      .from(petitionCount)
      .where(and(eq(petitionCount.communityId, community.id), eq(petitionCount.petitionId, petitionId))),
    database()
      .select({
        cause: quarantine.cause,
        signatures: quarantine.signatures,
        decision: sql<"annulled" | "restored">`${quarantine.decision}`,
        at: quarantine.decidedAt,
      })
      .from(quarantine)
      .where(
        and(
          eq(quarantine.communityId, community.id),
          eq(quarantine.petitionId, petitionId),
          inArray(quarantine.decision, ["annulled", "restored"]),
        ),
      )
      .orderBy(desc(quarantine.decidedAt)),
  ]);
  return removalsOf(count ?? { signatures: 0, annulled: 0 }, checks);
}
