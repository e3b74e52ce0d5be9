import { and, eq, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { job } from "~db/schema/jobs";
import { comparison } from "~db/schema/results";
import type { RuleOutcome } from "./compare-outcomes";
import { publicLists } from "./public-list-queries.server";

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
  const lists = publicLists(community);
  const rows = await database()
    .select({
      list: lists.key,
      access: lists.access,
      outcomes: comparison.outcomes,
      failedAt: job.failedAt,
    })
    .from(lists)
    .leftJoin(
      comparison,
      and(eq(comparison.communityId, lists.communityId), eq(comparison.tallyId, lists.tallyId)),
    )
    .leftJoin(
      job,
      and(
        eq(job.communityId, lists.communityId),
        eq(job.kind, "compare-rules"),
        sql`${job.subject} = ${lists.roundId}::text`,
      ),
    )
    .where(eq(lists.slug, slug));
  if (rows.length === 0) return null;
  return {
    outcomes: new Map(rows.flatMap(({ list, outcomes }) => (outcomes ? [[list, outcomes]] : []))),
    waiting: rows.filter(({ outcomes, access }) => !outcomes && access !== "small-group").length,
    failed: rows.some(({ failedAt }) => failedAt !== null),
  };
}
