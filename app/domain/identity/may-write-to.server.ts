import type { Community } from "~/domain/communities/community";
import { countAttempt } from "./attempt-limit.server";
import { canonicalEmail } from "./email";

const DAY = 24 * 60;
const PER_SENDER = { most: 3, minutes: DAY };
const PER_MAILBOX = { most: 10, minutes: DAY };

/**
 * Whether one more letter with a link may go to an address that anybody may have typed. The answer never
 * reaches the visitor (S-21). Links live as long as this window, so a letter that is not sent is not missed.
 */
export async function mayWriteTo(
  community: Community,
  email: string,
  clientAddress: string,
): Promise<boolean> {
  const mailbox = canonicalEmail(email);
  const bySender = await countAttempt(community, PER_SENDER, "letter", mailbox, clientAddress);
  if (!bySender.done) return false;
  const byMailbox = await countAttempt(community, PER_MAILBOX, "letter", mailbox);
  return byMailbox.done;
}
