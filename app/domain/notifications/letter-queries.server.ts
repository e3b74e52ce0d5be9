import { and, desc, eq } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Locale } from "~/i18n/locales";
import { database } from "~/platform/database.server";
import { outbox } from "~db/schema/notifications";

export type LetterRow = { id: string; recipient: string; language: Locale; subject: string; createdAt: Date };

const columns = {
  id: outbox.id,
  recipient: outbox.recipient,
  language: outbox.language,
  subject: outbox.subject,
  createdAt: outbox.createdAt,
};
const LONGEST_LIST = 100;

/** The newest letters of a community, for the mailbox of a demonstration only. */
export async function listLetters(community: Community): Promise<LetterRow[]> {
  return await database()
    .select(columns)
    .from(outbox)
    .where(eq(outbox.communityId, community.id))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(LONGEST_LIST);
}

export async function readLetter(
  community: Community,
  id: string,
): Promise<(LetterRow & { body: string }) | null> {
  const [row] = await database()
    .select({ ...columns, body: outbox.body })
    .from(outbox)
    .where(and(eq(outbox.communityId, community.id), eq(outbox.id, id)));
  return row ?? null;
}
