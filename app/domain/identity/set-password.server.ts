import { and, eq, isNull, sql } from "drizzle-orm";
import { queueMail } from "~/domain/notifications/queue-mail.server";
import type { Transaction } from "~/platform/database.server";
import { familiarDevice, mailLink, person } from "~db/schema/identity";
import { passwordChangedLetter, type Sender } from "./letters";
import { endAllSessions } from "./lucia.server";

/**
 * Stores a new password with all that follows from it: every session ends (S-16), open links and familiar
 * browsers are forgotten, and the person is told (S-30). False when the account is disabled.
 */
export async function setPassword(
  tx: Transaction,
  sender: Sender,
  personId: string,
  passwordHash: string,
): Promise<boolean> {
  const { community } = sender;
  const [changed] = await tx
    .update(person)
    .set({ passwordHash, confirmedAt: sql`coalesce(${person.confirmedAt}, clock_timestamp())` })
    .where(and(eq(person.communityId, community.id), eq(person.id, personId), isNull(person.disabledAt)))
    .returning({ recipient: person.email, language: person.language });
  if (!changed) return false;
  await endAllSessions(community, personId, tx);
  await tx
    .update(mailLink)
    .set({ usedAt: sql`clock_timestamp()` })
    .where(
      and(eq(mailLink.communityId, community.id), eq(mailLink.personId, personId), isNull(mailLink.usedAt)),
    );
  await tx
    .delete(familiarDevice)
    .where(and(eq(familiarDevice.communityId, community.id), eq(familiarDevice.personId, personId)));
  await queueMail(tx, community, { ...changed, ...passwordChangedLetter(sender, changed.language) });
  return true;
}
