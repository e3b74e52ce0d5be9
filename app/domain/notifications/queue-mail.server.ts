import type { Community } from "~/domain/communities/community";
import type { Locale } from "~/i18n/locales";
import type { Transaction } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { outbox } from "~db/schema/notifications";

/** One plain-text letter in the recipient's language. */
export type Letter = { recipient: string; language: Locale; subject: string; body: string };

/** Puts a letter into the outbox in the transaction of the act that causes it; the worker sends it (SC-6). */
export async function queueMail(tx: Transaction, community: Community, letter: Letter): Promise<void> {
  const subject = letter.subject.replace(/[\r\n\0]+/g, " ");
  await tx.insert(outbox).values({ ...letter, subject, communityId: community.id, id: newId() });
}
