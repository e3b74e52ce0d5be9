import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { petition } from "~db/schema/petitions";
import { signatureSheet } from "~db/schema/signature-checks";
import { petitionCount } from "~db/schema/signatures";

/** Petitions that are open for signatures, the one that ends first on top: for a desk, and for paper. */
export async function listSignablePetitions(community: Community) {
  return await database()
    .select({
      number: petition.number,
      title: petition.title,
      language: petition.language,
      closesAt: petition.closesAt,
      signatures: sql<number>`coalesce(${petitionCount.signatures}, 0)::int`,
      /** Paper sheets that wait for the second person. */
      unchecked: sql<number>`(select count(*)::int from ${signatureSheet} h
        where h.community_id = ${petition.communityId} and h.petition_id = ${petition.id} and h.checked_at is null)`,
    })
    .from(petition)
    .leftJoin(
      petitionCount,
      and(eq(petitionCount.communityId, petition.communityId), eq(petitionCount.petitionId, petition.id)),
    )
    .where(
      and(
        eq(petition.communityId, community.id),
        eq(petition.state, "open"),
        isNull(petition.hiddenAt),
        isNull(petition.closedAt),
        isNotNull(petition.closesAt),
        sql`${petition.closesAt} > clock_timestamp()`,
      ),
    )
    .orderBy(asc(petition.closesAt), asc(petition.number))
    .limit(200);
}
