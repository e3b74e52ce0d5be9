import { and, eq, isNull, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { district } from "~db/schema/communities";
import { job } from "~db/schema/jobs";
import { envelope, round } from "~db/schema/prioritisation";
import { comparison, tally } from "~db/schema/results";
import type { RuleOutcome } from "./compare-outcomes";
import { isPublic } from "./result-queries.server";

export type StoredComparison = {
  /** Outcomes by list: `community`, or the code of the district. */
  outcomes: ReadonlyMap<string, readonly RuleOutcome[]>;
  /** Lists that are still to be counted. */
  waiting: number;
  /** The counting was tried often enough and given up. */
  failed: boolean;
};

/** The other rules on the ballots of a public result; null before its hour and where there is none. */
export async function findComparison(community: Community, slug: string): Promise<StoredComparison | null> {
  const rows = await database()
    .select({
      list: sql<string>`coalesce(${district.code}, 'community')`,
      access: sql<string>`${tally.record} ->> 'access'`,
      outcomes: comparison.outcomes,
      failedAt: job.failedAt,
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
    .leftJoin(
      comparison,
      and(eq(comparison.communityId, tally.communityId), eq(comparison.tallyId, tally.id)),
    )
    .leftJoin(
      job,
      and(
        eq(job.communityId, round.communityId),
        eq(job.kind, "compare-rules"),
        sql`${job.subject} = ${round.id}::text`,
      ),
    )
    .where(and(eq(round.communityId, community.id), eq(round.slug, slug), isPublic));
  if (rows.length === 0) return null;
  return {
    outcomes: new Map(rows.flatMap(({ list, outcomes }) => (outcomes ? [[list, outcomes]] : []))),
    waiting: rows.filter(({ outcomes, access }) => !outcomes && access !== "small-group").length,
    failed: rows.some(({ failedAt }) => failedAt !== null),
  };
}
