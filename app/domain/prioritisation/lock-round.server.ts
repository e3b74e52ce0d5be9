import { and, eq, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Transaction } from "~/platform/database.server";
import { initiative } from "~db/schema/initiatives";
import { round } from "~db/schema/prioritisation";
import { screening } from "~db/schema/prioritisation-projects";
import type { RoundFacts } from "./round-change";
import { readRounds } from "./round-queries.server";
import type { RoundRecord } from "./round-record";

/** A round that nobody else changes, publishes, opens or closes until the transaction ends. */
export async function lockRound(
  tx: Transaction,
  community: Community,
  roundId: string,
): Promise<{ record: RoundRecord; facts: RoundFacts } | null> {
  const own = and(eq(round.communityId, community.id), eq(round.id, roundId));
  // A statement of its own: what is read next must see what the one before us in the queue has written.
  await tx.select({ id: round.id }).from(round).where(own).for("update");
  const [record] = await readRounds(tx, community, eq(round.id, roundId));
  if (!record) return null;
  const [clock] = await tx
    .select({ now: sql<Date>`clock_timestamp()`.mapWith(round.createdAt) })
    .from(round)
    .where(own);
  if (!clock) return null;
  const { publishedAt, lockedAt, closedAt, resultPublishedAt } = record;
  const screened = await hasCards(tx, community, roundId);
  return { record, facts: { publishedAt, lockedAt, closedAt, resultPublishedAt, screened, now: clock.now } };
}

async function hasCards(tx: Transaction, community: Community, roundId: string): Promise<boolean> {
  const cards = await tx
    .select({ id: screening.id })
    .from(screening)
    .innerJoin(
      initiative,
      and(eq(initiative.communityId, screening.communityId), eq(initiative.id, screening.initiativeId)),
    )
    .where(and(eq(screening.communityId, community.id), eq(initiative.roundId, roundId)))
    .limit(1);
  return cards.length > 0;
}
