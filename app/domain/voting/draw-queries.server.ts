import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Community, LocalText } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { round } from "~db/schema/prioritisation";
import { roundDraw } from "~db/schema/voting";
import type { PublicDraw } from "./public-draw";

/** The draw of a round; null before its rules lock. The database itself holds the seed back (S-55). */
export async function findDraw(community: Community, roundId: string): Promise<PublicDraw | null> {
  const [row] = await database()
    .select({
      commitment: roundDraw.commitment,
      seed: sql<string | null>`case when ${roundDraw.revealedAt} is not null then ${roundDraw.seed} end`,
      publicValue: roundDraw.publicValue,
      at: roundDraw.revealedAt,
    })
    .from(roundDraw)
    .where(and(eq(roundDraw.communityId, community.id), eq(roundDraw.roundId, roundId)));
  if (!row) return null;
  const { commitment, seed, publicValue, at } = row;
  return { commitment, revealed: seed && publicValue && at ? { seed, publicValue, at } : null };
}

/** Closed votes whose count waits for the public value, the longest waiting first. */
export async function listAwaitedDraws(community: Community): Promise<{ slug: string; title: LocalText }[]> {
  return await database()
    .select({ slug: round.slug, title: round.title })
    .from(roundDraw)
    .innerJoin(round, and(eq(round.communityId, roundDraw.communityId), eq(round.id, roundDraw.roundId)))
    .where(
      and(
        eq(roundDraw.communityId, community.id),
        isNull(roundDraw.publicValue),
        isNotNull(round.closedAt),
        sql`${round.rules} ->> 'tieOrder' = 'draw'`,
      ),
    )
    .orderBy(asc(round.closedAt));
}
