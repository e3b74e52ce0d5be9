import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { queueMail } from "~/domain/notifications/queue-mail.server";
import { database, transaction } from "~/platform/database.server";
import { outbox } from "~db/schema/notifications";

/** Queues one letter for each address. */
export async function plantLetters(
  community: Community,
  recipients: readonly string[],
  leaveAddress: string | null = null,
): Promise<void> {
  await transaction(async (tx) => {
    for (const recipient of recipients) {
      const letter = { language: "uk" as const, subject: "Лист", body: `Вітаємо!\n\n${recipient}` };
      await queueMail(tx, community, { recipient, leaveAddress, ...letter });
    }
  });
}

/** A row as a careless writer or an intruder might leave it, past `queueMail`. */
export async function plantRawLetter(
  community: Community,
  letter: { recipient: string; subject: string },
): Promise<void> {
  await database()
    .insert(outbox)
    .values({
      ...letter,
      communityId: community.id,
      id: crypto.randomUUID(),
      language: "uk",
      body: "Вітаємо!",
    });
}

export type LetterState = {
  recipient: string;
  attempts: number;
  sent: boolean;
  failed: boolean;
  lastError: string | null;
  /** Seconds until the next try. */
  wait: number;
};

export async function letterStates(community: Community): Promise<LetterState[]> {
  return await database()
    .select({
      recipient: outbox.recipient,
      attempts: outbox.attempts,
      sent: sql<boolean>`${outbox.sentAt} is not null`,
      failed: sql<boolean>`${outbox.failedAt} is not null`,
      lastError: outbox.lastError,
      wait: sql<number>`extract(epoch from ${outbox.nextAttemptAt} - clock_timestamp())::float8`,
    })
    .from(outbox)
    .where(eq(outbox.communityId, community.id))
    .orderBy(outbox.createdAt, outbox.id);
}

/** As if the two minutes of every lease had passed. */
export async function expireLetterLeases(community: Community): Promise<void> {
  await database()
    .update(outbox)
    .set({ leasedUntil: sql`clock_timestamp() - interval '1 second'` })
    .where(and(eq(outbox.communityId, community.id), isNotNull(outbox.leasedUntil)));
}

/** As if all pauses had passed and so many tries had failed before. */
export async function makeLettersDue(community: Community, attempts: number): Promise<void> {
  await database()
    .update(outbox)
    .set({ attempts, nextAttemptAt: sql`clock_timestamp()` })
    .where(eq(outbox.communityId, community.id));
}

/** As if the letters had been sent so many days ago. */
export async function ageLetters(community: Community, days: number): Promise<void> {
  await database()
    .update(outbox)
    .set({ sentAt: sql`clock_timestamp() - make_interval(days => ${days})` })
    .where(eq(outbox.communityId, community.id));
}
