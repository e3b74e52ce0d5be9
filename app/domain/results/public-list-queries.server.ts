import { and, eq, isNull, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { district } from "~db/schema/communities";
import { envelope, round } from "~db/schema/prioritisation";
import { tally } from "~db/schema/results";
import type { BallotAccess } from "./result";
import type { TieOrder } from "./ties";

/**
 * The embargo (one gate for page, files and figures): rounds of this community whose result is public, from its
 * instant by the database's clock.
 */
export function isPublicIn(community: Community) {
  return and(eq(round.communityId, community.id), sql`${round.resultPublishedAt} <= clock_timestamp()`);
}

/**
 * The counted lists of public results, behind the same gate. Whoever reads more of a count joins it to these; the
 * names after `as` stand in the statement without that of the table, so they must be no column of another.
 */
export function publicLists(community: Community) {
  return database()
    .select({
      communityId: tally.communityId,
      tallyId: tally.id,
      roundId: tally.roundId,
      slug: round.slug,
      title: round.title,
      publishedAt: round.resultPublishedAt,
      tieOrder: sql<TieOrder>`${round.rules} ->> 'tieOrder'`.as("tie_order"),
      /** `community`, or the code of the district. */
      key: sql<string>`coalesce(${district.code}, 'community')`.as("list_key"),
      code: district.code,
      district: district.name,
      amount: envelope.amount,
      rule: tally.rule,
      ballots: tally.ballots,
      certifiedAt: tally.certifiedAt,
      record: tally.record,
      access: sql<BallotAccess>`${tally.record} ->> 'access'`.as("ballot_access"),
    })
    .from(round)
    .innerJoin(
      tally,
      and(eq(tally.communityId, round.communityId), eq(tally.roundId, round.id), isNull(tally.supersededAt)),
    )
    .innerJoin(envelope, and(eq(envelope.communityId, tally.communityId), eq(envelope.id, tally.envelopeId)))
    .leftJoin(
      district,
      and(eq(district.communityId, envelope.communityId), eq(district.id, envelope.districtId)),
    )
    .where(isPublicIn(community))
    .as("public_list");
}
