import { and, asc, eq, sql } from "drizzle-orm";
import type { Community, LocalText } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { initiative } from "~db/schema/initiatives";
import { round, roundStage } from "~db/schema/prioritisation";
import { project } from "~db/schema/prioritisation-projects";
import { ballotFile, missingVotes, projectResult, turnoutDay } from "~db/schema/results";
import { isPublicIn, publicLists } from "./public-list-queries.server";
import type { CountedProject, PublishedResult, ResultList } from "./published-result";
import { publishableTurnout } from "./result";
import { withMissing } from "./what-was-missing";

/** No other text can be a slug or the code of a list; some, such as NUL, the database would not even look for. */
function isPlain(text: string): boolean {
  return text.length <= 100 && !/[\p{Cc}\p{Cs}]/u.test(text);
}

/** The public result of a round, complete; null before its hour, whoever asks, and where there is none. */
export async function findPublishedResult(
  community: Community,
  slug: string,
): Promise<PublishedResult | null> {
  if (!isPlain(slug)) return null;
  const [found] = await database()
    .select({
      id: round.id,
      slug: round.slug,
      title: round.title,
      source: round.source,
      tieOrder: sql<PublishedResult["tieOrder"]>`${round.rules} ->> 'tieOrder'`,
      drawSource: sql<PublishedResult["drawSource"]>`${round.rules} -> 'drawSource'`,
      publishedAt: round.resultPublishedAt,
    })
    .from(round)
    .where(and(isPublicIn(community), eq(round.slug, slug)));
  if (!found?.publishedAt) return null;
  const { id, publishedAt, ...head } = found;
  const [lists, days] = await Promise.all([listResults(community, id), listDays(community, id)]);
  const people = days.reduce((sum, { voters }) => sum + voters, 0);
  return {
    ...head,
    publishedAt,
    currency: found.source?.currency ?? community.currency,
    voters: people || lists.reduce((sum, { ballots }) => sum + ballots, 0),
    turnout: publishableTurnout(days),
    lists,
  };
}

/** When the result of a round that is visible but not decided is due; null where no such round is visible. */
export async function findAwaitedResult(
  community: Community,
  slug: string,
): Promise<{ title: LocalText; dueAt: Date | null } | null> {
  if (!isPlain(slug)) return null;
  const [row] = await database()
    .select({ title: round.title, dueAt: roundStage.opensAt })
    .from(round)
    .leftJoin(
      roundStage,
      and(
        eq(roundStage.communityId, round.communityId),
        eq(roundStage.roundId, round.id),
        eq(roundStage.kind, "result"),
      ),
    )
    .where(
      and(
        eq(round.communityId, community.id),
        eq(round.slug, slug),
        sql`${round.publishedAt} <= clock_timestamp()`,
      ),
    );
  return row ?? null;
}

/** The ballots of one list as they were counted; null before the result is public or where only auditors get them. */
export async function findBallotFile(
  community: Community,
  slug: string,
  listKey: string,
): Promise<Uint8Array | null> {
  if (!isPlain(slug) || !isPlain(listKey)) return null;
  const lists = publicLists(community);
  const [row] = await database()
    .select({ content: ballotFile.content })
    .from(lists)
    .innerJoin(
      ballotFile,
      and(eq(ballotFile.communityId, lists.communityId), eq(ballotFile.tallyId, lists.tallyId)),
    )
    .where(and(eq(lists.slug, slug), eq(lists.access, "public"), eq(lists.key, listKey)));
  return row?.content ?? null;
}

async function listResults(community: Community, roundId: string): Promise<ResultList[]> {
  const lists = publicLists(community);
  const rows = await database()
    .select({
      tallyId: lists.tallyId,
      key: lists.key,
      district: lists.district,
      amount: lists.amount,
      rule: lists.rule,
      ballots: lists.ballots,
      certifiedAt: lists.certifiedAt,
      record: lists.record,
      file: { sha256: ballotFile.sha256, bytes: sql<number>`octet_length(${ballotFile.content})` },
      missing: missingVotes.projects,
    })
    .from(lists)
    .innerJoin(
      ballotFile,
      and(eq(ballotFile.communityId, lists.communityId), eq(ballotFile.tallyId, lists.tallyId)),
    )
    .leftJoin(
      missingVotes,
      and(eq(missingVotes.communityId, lists.communityId), eq(missingVotes.tallyId, lists.tallyId)),
    )
    .where(eq(lists.roundId, roundId))
    .orderBy(sql`${lists.code} nulls first`);
  const projects = await projectsByTally(community, roundId);
  return rows.map(({ tallyId, certifiedAt, record, missing, ...row }) => ({
    ...record,
    // Counts from before there were draws say nothing of one.
    draw: record.draw ?? null,
    ...row,
    certified: certifiedAt !== null,
    projects: withMissing(projects.get(tallyId) ?? [], missing ?? []),
  }));
}

async function projectsByTally(
  community: Community,
  roundId: string,
): Promise<Map<string, CountedProject[]>> {
  const rows = await database()
    .select({
      tallyId: projectResult.tallyId,
      code: project.code,
      title: project.title,
      language: project.language,
      cost: project.cost,
      category: project.category,
      area: project.area,
      votes: projectResult.votes,
      place: projectResult.place,
      funded: projectResult.funded,
      why: projectResult.reason,
      initiative: initiative.number,
    })
    .from(projectResult)
    .innerJoin(
      project,
      and(eq(project.communityId, projectResult.communityId), eq(project.id, projectResult.projectId)),
    )
    .leftJoin(
      initiative,
      and(eq(initiative.communityId, project.communityId), eq(initiative.id, project.initiativeId)),
    )
    .where(and(eq(projectResult.communityId, community.id), eq(project.roundId, roundId)))
    .orderBy(asc(projectResult.place));
  const grouped = new Map<string, CountedProject[]>();
  for (const { tallyId, why, ...row } of rows) {
    const { code, values, round: last, score } = why;
    const list = grouped.get(tallyId) ?? [];
    list.push({ ...row, score: Number(score), round: last, reason: { code, values } });
    grouped.set(tallyId, list);
  }
  return grouped;
}

async function listDays(community: Community, roundId: string): Promise<{ day: string; voters: number }[]> {
  return await database()
    .select({ day: turnoutDay.day, voters: sql<number>`sum(${turnoutDay.voters})::int` })
    .from(turnoutDay)
    .where(and(eq(turnoutDay.communityId, community.id), eq(turnoutDay.roundId, roundId)))
    .groupBy(turnoutDay.day)
    .orderBy(asc(turnoutDay.day));
}
