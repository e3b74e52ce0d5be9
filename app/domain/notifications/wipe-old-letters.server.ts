import { and, eq, isNotNull, or, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { outbox } from "~db/schema/notifications";

/** Days after which the text of a letter that was sent or given up goes, and days after which its row goes. */
const TEXT_DAYS = 7;
const ROW_DAYS = 30;

/** Letters hold links and words about a person: they are kept no longer than a complaint about them takes. */
export async function wipeOldLetters(community: Community): Promise<void> {
  const ended = or(isNotNull(outbox.sentAt), isNotNull(outbox.failedAt));
  const before = (days: number) =>
    sql`coalesce(${outbox.sentAt}, ${outbox.failedAt}) < clock_timestamp() - make_interval(days => ${days})`;
  await database()
    .update(outbox)
    .set({ body: "" })
    .where(and(eq(outbox.communityId, community.id), ended, before(TEXT_DAYS)));
  await database()
    .delete(outbox)
    .where(and(eq(outbox.communityId, community.id), ended, before(ROW_DAYS)));
}
