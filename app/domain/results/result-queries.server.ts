import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Community, LocalText } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { district } from "~db/schema/communities";
import { initiative } from "~db/schema/initiatives";
import { envelope, round, roundStage } from "~db/schema/prioritisation";
import { project } from "~db/schema/prioritisation-projects";
import { ballotFile, projectResult, tally, turnoutDay } from "~db/schema/results";
import type { PublishedResult, ResultList, ResultProject } from "./published-result";
import { publishableTurnout } from "./result";

/** No other text can be a slug or the code of a list; some, such as NUL, the database would not even look for. */
function isPlain(text: string): boolean {
  return text.length <= 100 && !/[\p{Cc}\p{Cs}]/u.test(text);
}

/** The embargo (one gate for page, files and figures): a result is public from its instant by the database's clock. */
export const isPublic = sql`${round.resultPublishedAt} <= clock_timestamp()`;

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
      publishedAt: round.resultPublishedAt,
    })
    .from(round)
    .where(and(eq(round.communityId, community.id), eq(round.slug, slug), isPublic));
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
  const key = sql`coalesce(${district.code}, 'community')`;
  const [row] = await database()
    .select({ content: ballotFile.content })
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
    .where(
      and(
        eq(round.communityId, community.id),
        eq(round.slug, slug),
        isPublic,
        sql`${tally.record} ->> 'access' = 'public'`,
        sql`${key} = ${listKey}`,
      ),
    );
  return row?.content ?? null;
}

async function listResults(community: Community, roundId: string): Promise<ResultList[]> {
  const rows = await database()
    .select({
      tallyId: tally.id,
      district: { code: district.code, name: district.name },
      amount: envelope.amount,
      rule: tally.rule,
      ballots: tally.ballots,
      certifiedAt: tally.certifiedAt,
      record: tally.record,
      file: { sha256: ballotFile.sha256, bytes: sql<number>`octet_length(${ballotFile.content})` },
    })
    .from(tally)
    .innerJoin(envelope, and(eq(envelope.communityId, tally.communityId), eq(envelope.id, tally.envelopeId)))
    .leftJoin(
      district,
      and(eq(district.communityId, envelope.communityId), eq(district.id, envelope.districtId)),
    )
    .innerJoin(
      ballotFile,
      and(eq(ballotFile.communityId, tally.communityId), eq(ballotFile.tallyId, tally.id)),
    )
    .where(and(eq(tally.communityId, community.id), eq(tally.roundId, roundId), isNull(tally.supersededAt)))
    .orderBy(sql`${district.code} nulls first`);
  const projects = await projectsByTally(community, roundId);
  return rows.map(({ tallyId, district: area, certifiedAt, record, ...row }) => ({
    ...record,
    ...row,
    key: area?.code ?? "community",
    district: area?.name ?? null,
    certified: certifiedAt !== null,
    projects: projects.get(tallyId) ?? [],
  }));
}

async function projectsByTally(community: Community, roundId: string): Promise<Map<string, ResultProject[]>> {
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
  const grouped = new Map<string, ResultProject[]>();
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
