import { and, desc, eq, sql } from "drizzle-orm";
import type { Community, LocalText } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { project } from "~db/schema/prioritisation-projects";
import { ballotFile, projectResult } from "~db/schema/results";
import { publicLists } from "./public-list-queries.server";
import type { PublishedCount } from "./recount";

/** A published ballot file; `list` is `community` or the code of a district. */
export type BallotFileEntry = {
  slug: string;
  title: LocalText;
  list: string;
  district: LocalText | null;
  rule: string;
  bytes: number;
};

/** As the files themselves: after the result is public, and only where ballots point at nobody (B-10). */
const GIVEN = "public";

/** Ballot files that anybody may have now, the newest result first. */
export async function listBallotFiles(community: Community, limit = 100): Promise<BallotFileEntry[]> {
  const lists = publicLists(community);
  return await database()
    .select({
      slug: lists.slug,
      title: lists.title,
      list: lists.key,
      district: lists.district,
      rule: lists.rule,
      bytes: sql<number>`octet_length(${ballotFile.content})`,
    })
    .from(lists)
    .innerJoin(
      ballotFile,
      and(eq(ballotFile.communityId, lists.communityId), eq(ballotFile.tallyId, lists.tallyId)),
    )
    .where(eq(lists.access, GIVEN))
    .orderBy(desc(lists.publishedAt), sql`${lists.code} nulls first`)
    .limit(limit);
}

/** The published count of one list, to hold a recount against; null where its ballots are not public. */
export async function findPublishedCount(
  community: Community,
  { slug, list: key }: { slug: string; list: string },
): Promise<PublishedCount | null> {
  const lists = publicLists(community);
  const [row] = await database()
    .select({
      rule: lists.rule,
      ties: lists.tieOrder,
      winners: sql<
        string[]
      >`coalesce(array_agg(${project.code} order by ${project.code}) filter (where ${projectResult.funded}), '{}')`,
    })
    .from(lists)
    .innerJoin(
      projectResult,
      and(eq(projectResult.communityId, lists.communityId), eq(projectResult.tallyId, lists.tallyId)),
    )
    .innerJoin(
      project,
      and(eq(project.communityId, projectResult.communityId), eq(project.id, projectResult.projectId)),
    )
    .where(and(eq(lists.slug, slug), eq(lists.access, GIVEN), eq(lists.key, key)))
    .groupBy(lists.tallyId, lists.rule, lists.tieOrder);
  return row ?? null;
}
