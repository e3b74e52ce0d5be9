import { sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Locale } from "~/i18n/locales";
import type { Transaction } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { outbox } from "~db/schema/notifications";

/** One plain-text letter in the recipient's language. */
export type Letter = {
  recipient: string;
  language: Locale;
  subject: string;
  body: string;
  /** Page on which the reader asks for no more such letters; mail programs offer it as a button. */
  leaveAddress?: string | null;
};

/**
 * Puts a letter into the outbox in the transaction of the act that causes it; the worker sends it (SC-6). `once` names
 * a letter that work which may be done again would otherwise write again: of one name there is one letter.
 */
export async function queueMail(
  tx: Transaction,
  community: Community,
  letter: Letter,
  once?: string,
): Promise<void> {
  const subject = letter.subject.replace(/[\r\n\0]+/g, " ");
  const id = once === undefined ? newId() : sql`md5(${once})::uuid`;
  await tx
    .insert(outbox)
    .values({ ...letter, subject, communityId: community.id, id })
    .onConflictDoNothing();
}
