import { and, eq, isNull, sql } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import type { Moderator } from "~/domain/identity/viewer";
import { transaction } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { done, type Outcome, refused } from "~/shared/outcome";
import { petition } from "~db/schema/petitions";
import { quarantine } from "~db/schema/signature-checks";
import type { SuspicionCriteria } from "./signature";
import { narrowsDown } from "./suspicion";
import { findEffect } from "./suspicion-queries.server";

type Proposal = { petitionId: string; criteria: SuspicionCriteria; cause: string };

/**
 * Puts signatures up for a second person to decide on (S-10). Nothing changes in the count. The end of the time is
 * fixed at the proposal, so that whoever signs afterwards is never judged by it.
 */
export async function proposeQuarantine(
  community: Community,
  moderator: Moderator,
  { petitionId, criteria, cause }: Proposal,
): Promise<Outcome<{ id: string }, "nothing_matches" | "wiped" | "too_wide">> {
  if (!narrowsDown(criteria)) return refused("too_wide");
  const { total } = await findEffect(community, petitionId, criteria);
  if (total === 0) return refused("nothing_matches");
  return await transaction(async (tx) => {
    const own = and(eq(petition.communityId, community.id), eq(petition.id, petitionId));
    const [found] = await tx
      .select({ now: sql<string>`clock_timestamp()` })
      .from(petition)
      .where(and(own, isNull(petition.wipedAt)));
    if (!found) return refused("wiped");
    const now = new Date(found.now).toISOString();
    const to = criteria.to !== undefined && criteria.to < now ? criteria.to : now;
    const id = newId();
    await tx.insert(quarantine).values({
      communityId: community.id,
      id,
      petitionId,
      criteria: { ...criteria, to },
      cause,
      signatures: total,
      proposedBy: moderator.id,
    });
    await recordAct(tx, community, {
      act: "quarantine.propose",
      actorId: moderator.id,
      subjectKind: "quarantine",
      subjectId: id,
      details: { petitionId, signatures: total },
    });
    return done({ id });
  });
}
