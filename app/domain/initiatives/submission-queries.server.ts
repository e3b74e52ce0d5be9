import { and, asc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Community, LocalText } from "~/domain/communities/community";
import { database, type Queryable } from "~/platform/database.server";
import { round, roundStage } from "~db/schema/prioritisation";

/** Whether proposals are taken, by the database's clock (SC-8). */
export type SubmissionStatus = "planned" | "open" | "closed";

export type SubmissionRound = {
  id: string;
  slug: string;
  title: LocalText;
  status: SubmissionStatus;
  opensAt: Date;
  closesAt: Date;
};

/** True inside a statement on `round` and its submission stage while proposals are taken. */
export const submissionIsOpen: SQL = sql`${round.publishedAt} <= clock_timestamp() and ${round.closedAt} is null
  and ${roundStage.opensAt} <= clock_timestamp() and clock_timestamp() < ${roundStage.closesAt}`;

const status = sql<SubmissionStatus>`case
  when clock_timestamp() < ${roundStage.opensAt} then 'planned'
  when clock_timestamp() < ${roundStage.closesAt} and ${round.closedAt} is null then 'open'
  else 'closed' end`;

const columns = {
  id: round.id,
  slug: round.slug,
  title: round.title,
  status,
  opensAt: roundStage.opensAt,
  closesAt: roundStage.closesAt,
};

function submissions(db: Queryable) {
  return db
    .select(columns)
    .from(round)
    .innerJoin(
      roundStage,
      and(
        eq(roundStage.communityId, round.communityId),
        eq(roundStage.roundId, round.id),
        eq(roundStage.kind, "submission"),
      ),
    );
}

/** Published rounds that are not counted yet and take proposals some day, the one that ends first at the top. */
export async function listSubmissionRounds(community: Community): Promise<SubmissionRound[]> {
  return await submissions(database())
    .where(and(eq(round.communityId, community.id), isNotNull(round.publishedAt), isNull(round.closedAt)))
    .orderBy(asc(roundStage.closesAt), asc(round.id))
    .limit(20);
}

export async function findSubmissionRound(
  community: Community,
  roundId: string,
  db: Queryable = database(),
): Promise<SubmissionRound | null> {
  const [found] = await submissions(db).where(
    and(eq(round.communityId, community.id), eq(round.id, roundId)),
  );
  return found ?? null;
}
