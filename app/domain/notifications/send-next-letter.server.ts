import { and, eq, sql } from "drizzle-orm";
import { database } from "~/platform/database.server";
import { log } from "~/platform/log.server";
import type { Delivery, Mailer, OutgoingLetter } from "~/platform/mailer.server";
import { pauseBeforeRetry } from "~/shared/back-off";
import { outbox } from "~db/schema/notifications";

/** Tries of one letter: with these pauses it is given up after about a day (F-14). */
const MOST_TRIES = 14;
const RETRY = { first: 30, factor: 2, longest: 6 * 3_600 };

type LeasedLetter = OutgoingLetter & { communityId: string; attempts: number };

/**
 * Sends the letter that has been due longest. One at a time and marked at once: a crash repeats at most the
 * letter under way (F-13). `trouble` means that no mail server answers.
 */
export async function sendNextLetter(mailer: Mailer): Promise<"worked" | "idle" | "trouble"> {
  const letter = await leaseLetter();
  if (!letter) return "idle";
  const delivery = await mailer.deliver(letter);
  await database()
    .update(outbox)
    .set({ leasedUntil: null, ...consequence(letter, delivery) })
    .where(and(eq(outbox.communityId, letter.communityId), eq(outbox.id, letter.id)));
  if (!delivery.done) report(letter, delivery);
  return !delivery.done && delivery.reason === "down" ? "trouble" : "worked";
}

/** The lease outlasts every time-out of the mailer, so no other worker sends the same letter meanwhile. */
async function leaseLetter(): Promise<LeasedLetter | null> {
  const [letter] = await database().execute<LeasedLetter>(sql`
    update outbox set leased_until = clock_timestamp() + interval '2 minutes', attempts = attempts + 1
    where (community_id, id) = (
      select community_id, id from outbox
      where sent_at is null and failed_at is null and next_attempt_at <= clock_timestamp()
        and (leased_until is null or leased_until < clock_timestamp())
      order by next_attempt_at limit 1 for update skip locked)
    returning community_id as "communityId", id, recipient, language, subject, body,
      leave_address as "leaveAddress", attempts`);
  return letter ?? null;
}

function consequence({ attempts }: LeasedLetter, delivery: Delivery) {
  const now = sql`clock_timestamp()`;
  if (delivery.done) return { sentAt: now, lastError: null };
  const lastError = `${delivery.reason} ${delivery.details?.code ?? ""}`.trim();
  if (delivery.reason === "rejected" || attempts >= MOST_TRIES) return { failedAt: now, lastError };
  const pause = pauseBeforeRetry(RETRY, attempts, Math.random());
  return { lastError, nextAttemptAt: sql`clock_timestamp() + make_interval(secs => ${pause})` };
}

function report({ id, communityId, attempts }: LeasedLetter, delivery: Delivery & { done: false }): void {
  const { reason, details } = delivery;
  log.warn(
    { letter: id, community: communityId, tries: attempts, reason, status: details?.code },
    "letter not sent",
  );
}
