import { and, eq, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Transaction } from "~/platform/database.server";
import { queueJob } from "~/platform/job-queue.server";
import { newId } from "~/shared/id";
import { petitionMailing } from "~db/schema/petitions";
import type { MailedStep } from "./mailing-letter";

/**
 * Queues a letter to everybody who follows a petition, in the transaction of the step it tells of. Two thresholds
 * reached by one count make one letter, which names both.
 */
export async function queueMailing(
  tx: Transaction,
  community: Community,
  { petitionId, about }: { petitionId: string; about: MailedStep },
): Promise<void> {
  if (about === "reach_threshold" && (await isQueuedHere(tx, community, petitionId))) return;
  const id = newId();
  // The worker takes the address of the community when it writes: a step taken by the clock knows none.
  await tx.insert(petitionMailing).values({ communityId: community.id, id, petitionId, about });
  await queueJob(tx, community.id, { kind: "petition-mailing", subject: id });
}

async function isQueuedHere(tx: Transaction, community: Community, petitionId: string): Promise<boolean> {
  const queued = await tx.$count(
    petitionMailing,
    and(
      eq(petitionMailing.communityId, community.id),
      eq(petitionMailing.petitionId, petitionId),
      eq(petitionMailing.about, "reach_threshold"),
      sql`${petitionMailing.createdAt} >= transaction_timestamp()`,
    ),
  );
  return queued > 0;
}
