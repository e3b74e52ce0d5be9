import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Community, LocalText } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { district } from "~db/schema/communities";
import { envelope, round } from "~db/schema/prioritisation";
import { project } from "~db/schema/prioritisation-projects";
import { ballotFile, projectResult, tally } from "~db/schema/results";
import type { TieOrder } from "./counted-ballots";
import type { PublishedCount } from "./recount";
import { isPublic } from "./result-queries.server";

/** A published ballot file; `list` is `community` or the code of a district. */
export type BallotFileEntry = {
  slug: string;
  title: LocalText;
  list: string;
  district: LocalText | null;
  rule: string;
  bytes: number;
};

const list = sql<string>`coalesce(${district.code}, 'community')`;
/** As the files themselves: after the result is public, and only where ballots point at nobody (B-10). */
const isGiven = and(isPublic, sql`${tally.record} ->> 'access' = 'public'`);

/** Ballot files that anybody may have now, the newest result first. */
export async function listBallotFiles(community: Community, limit = 100): Promise<BallotFileEntry[]> {
  return await database()
    .select({
      slug: round.slug,
      title: round.title,
      list,
      district: district.name,
      rule: tally.rule,
      bytes: sql<number>`octet_length(${ballotFile.content})`,
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
    .innerJoin(
      ballotFile,
      and(eq(ballotFile.communityId, tally.communityId), eq(ballotFile.tallyId, tally.id)),
    )
    .where(and(eq(round.communityId, community.id), isGiven))
    .orderBy(desc(round.resultPublishedAt), sql`${district.code} nulls first`)
    .limit(limit);
}

/** The published count of one list, to hold a recount against; null where its ballots are not public. */
export async function findPublishedCount(
  community: Community,
  { slug, list: key }: { slug: string; list: string },
): Promise<PublishedCount | null> {
  const [row] = await database()
    .select({
      rule: tally.rule,
      ties: sql<TieOrder>`${round.rules} ->> 'tieOrder'`,
      winners: sql<
        string[]
      >`coalesce(array_agg(${project.code} order by ${project.code}) filter (where ${projectResult.funded}), '{}')`,
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
    .innerJoin(
      projectResult,
      and(eq(projectResult.communityId, tally.communityId), eq(projectResult.tallyId, tally.id)),
    )
    .innerJoin(
      project,
      and(eq(project.communityId, projectResult.communityId), eq(project.id, projectResult.projectId)),
    )
    .where(and(eq(round.communityId, community.id), eq(round.slug, slug), isGiven, sql`${list} = ${key}`))
    .groupBy(tally.communityId, tally.id, round.communityId, round.id);
  return row ?? null;
}
