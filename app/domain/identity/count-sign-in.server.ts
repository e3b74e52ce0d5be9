import type { Community } from "~/domain/communities/community";
import type { Outcome } from "~/shared/outcome";
import { done } from "~/shared/outcome";
import { type AttemptRule, countAttempt, forgiveAttempt } from "./attempt-limit.server";

/**
 * Guesses per account and quarter of an hour, and per network address. A browser the person has signed in with
 * before has a count of its own: a stranger's guesses slow strangers down and never the person (S-20).
 * Somebody on a new device can always take the way by mail, which no guess closes.
 */
const PER_ACCOUNT: AttemptRule = { most: 10, minutes: 15 };
const PER_ADDRESS: AttemptRule = { most: 60, minutes: 15 };

type Count = { rule: AttemptRule; key: [kind: string, ...subject: string[]] };
type Attempt = { canonicalEmail: string; clientAddress: string; familiarDevice: string | null };

/**
 * Counts one try to sign in, known account or not. The value takes the try back: whoever knows the password
 * was not guessing, and a library where many people sign in is not an attacker.
 */
export async function countSignIn(
  community: Community,
  { canonicalEmail, clientAddress, familiarDevice }: Attempt,
): Promise<Outcome<() => Promise<void>, "too_many">> {
  const counts: Count[] = familiarDevice
    ? [{ rule: PER_ACCOUNT, key: ["sign-in", canonicalEmail, familiarDevice] }]
    : [
        { rule: PER_ADDRESS, key: ["sign-in-from", clientAddress] },
        { rule: PER_ACCOUNT, key: ["sign-in", canonicalEmail] },
      ];
  for (const { rule, key } of counts) {
    const counted = await countAttempt(community, rule, ...key);
    if (!counted.done) return counted;
  }
  return done(async () => {
    for (const { rule, key } of counts) await forgiveAttempt(community, rule, ...key);
  });
}
