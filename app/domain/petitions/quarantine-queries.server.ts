import { and, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { isId } from "~/shared/id";
import { person } from "~db/schema/identity";
import { quarantine } from "~db/schema/signature-checks";

const proposer = alias(person, "proposer");
const decider = alias(person, "decider");

export type ListedQuarantine = Awaited<ReturnType<typeof listQuarantines>>[number];

/** The quarantines of a petition for staff, newest first. */
export async function listQuarantines(community: Community, petitionId: string) {
  return await chosen(community).where(
    and(eq(quarantine.communityId, community.id), eq(quarantine.petitionId, petitionId)),
  );
}

/** One quarantine of a petition; null for any other id, also of another petition or community (S-2, S-5). */
export async function findQuarantine(community: Community, petitionId: string, id: string | undefined) {
  if (!isId(id ?? "")) return null;
  const [found] = await chosen(community).where(
    and(
      eq(quarantine.communityId, community.id),
      eq(quarantine.petitionId, petitionId),
      eq(quarantine.id, id ?? ""),
    ),
  );
  return found ?? null;
}

function chosen(community: Community) {
  return database()
    .select({
      id: quarantine.id,
      criteria: quarantine.criteria,
      cause: quarantine.cause,
      signatures: quarantine.signatures,
      decision: quarantine.decision,
      proposedBy: quarantine.proposedBy,
      proposer: proposer.name,
      proposedAt: quarantine.createdAt,
      decidedBy: quarantine.decidedBy,
      decider: decider.name,
      decidedAt: quarantine.decidedAt,
      /** The job has not written its last row yet. */
      underWay: sql<boolean>`${quarantine.decision} in ('annulled', 'restored') and not exists (
        select from audit_event e where e.community_id = ${community.id}::uuid and e.subject_kind = 'quarantine'
          and e.subject_id = ${quarantine.id}::text and e.act = 'quarantine.' || ${quarantine.decision})`,
    })
    .from(quarantine)
    .leftJoin(
      proposer,
      and(eq(proposer.communityId, quarantine.communityId), eq(proposer.id, quarantine.proposedBy)),
    )
    .leftJoin(
      decider,
      and(eq(decider.communityId, quarantine.communityId), eq(decider.id, quarantine.decidedBy)),
    )
    .orderBy(desc(quarantine.createdAt), desc(quarantine.id))
    .$dynamic();
}
