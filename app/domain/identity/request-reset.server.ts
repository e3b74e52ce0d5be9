import { and, eq, isNull } from "drizzle-orm";
import { queueMail } from "~/domain/notifications/queue-mail.server";
import { transaction } from "~/platform/database.server";
import type { Outcome } from "~/shared/outcome";
import { done } from "~/shared/outcome";
import { person } from "~db/schema/identity";
import { countAttempt } from "./attempt-limit.server";
import { canonicalEmail } from "./email";
import { resetLetter, type Sender } from "./letters";
import { createMailLink } from "./mail-link.server";
import { mayWriteTo } from "./may-write-to.server";

const PER_ADDRESS = { most: 60, minutes: 60 };

/**
 * Sends the letter with the link to a new password, if the address has an account; the answer is the same if
 * not (S-21). Older links go on working: a stranger's request takes nothing from the person.
 */
export async function requestReset(
  sender: Sender,
  email: string,
  clientAddress: string,
): Promise<Outcome<undefined, "too_many">> {
  const { community } = sender;
  const counted = await countAttempt(community, PER_ADDRESS, "reset", clientAddress);
  if (!counted.done) return counted;
  if (!(await mayWriteTo(community, email, clientAddress))) return done();
  await transaction(async (tx) => {
    const [account] = await tx
      .select({ id: person.id, email: person.email, language: person.language })
      .from(person)
      .where(
        and(
          eq(person.communityId, community.id),
          eq(person.canonicalEmail, canonicalEmail(email)),
          isNull(person.disabledAt),
        ),
      );
    if (!account) return;
    const token = await createMailLink(tx, community, account.id, "reset");
    const { email: recipient, language } = account;
    await queueMail(tx, community, { recipient, language, ...resetLetter(sender, language, token) });
  });
  return done();
}
