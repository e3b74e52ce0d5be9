import { and, eq, inArray, isNull, not, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { type Transaction, transaction } from "~/platform/database.server";
import { attemptCount, familiarDevice, mailLink, person, residence, session } from "~db/schema/identity";
import { isAlive } from "./session-adapter.server";

const daysAgo = (days: number) => sql`clock_timestamp() - make_interval(days => ${days})`;

/** Removes what has served its time: nothing of it is needed to show or to prove anything (S-60). */
export async function removeStaleIdentity(community: Community): Promise<void> {
  await transaction(async (tx) => {
    await tx.delete(session).where(and(eq(session.communityId, community.id), not(isAlive())));
    await tx
      .delete(attemptCount)
      .where(
        and(eq(attemptCount.communityId, community.id), sql`${attemptCount.windowStart} < ${daysAgo(2)}`),
      );
    await tx
      .delete(familiarDevice)
      .where(
        and(
          eq(familiarDevice.communityId, community.id),
          sql`${familiarDevice.lastUsedAt} < ${daysAgo(365)}`,
        ),
      );
    await tx
      .delete(mailLink)
      .where(and(eq(mailLink.communityId, community.id), sql`${mailLink.expiresAt} < ${daysAgo(7)}`));
    await removeUnconfirmed(tx, community);
  });
}

/** Sign-ups that nobody confirmed in the time their link worked and a week more. */
async function removeUnconfirmed(tx: Transaction, community: Community): Promise<void> {
  const waiting = await tx
    .select({ id: person.id })
    .from(person)
    .where(
      and(
        eq(person.communityId, community.id),
        isNull(person.confirmedAt),
        sql`${person.createdAt} < ${daysAgo(9)}`,
      ),
    )
    .limit(500)
    .for("update");
  const ids = waiting.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx
    .delete(mailLink)
    .where(and(eq(mailLink.communityId, community.id), inArray(mailLink.personId, ids)));
  await tx
    .delete(residence)
    .where(and(eq(residence.communityId, community.id), inArray(residence.personId, ids)));
  await tx.delete(person).where(and(eq(person.communityId, community.id), inArray(person.id, ids)));
}
