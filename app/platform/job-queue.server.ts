import { sql } from "drizzle-orm";
import { newId } from "~/shared/id";
import { job } from "~db/schema/jobs";
import type { Transaction } from "./database.server";

export type NewJob = {
  /** Name of a handler in `app/jobs`. */
  kind: string;
  /** Id of what the job is about, never personal data (S-55). One job per kind and subject. */
  subject: string;
  /** Earliest start by the database clock; at once unless said. */
  runAt?: Date;
};

/** Queues work in the transaction of the act that causes it; queueing the same again moves its time. */
export async function queueJob(
  tx: Transaction,
  communityId: string,
  { kind, subject, runAt }: NewJob,
): Promise<void> {
  const when = runAt ? sql`${runAt.toISOString()}::timestamptz` : sql`clock_timestamp()`;
  await tx
    .insert(job)
    .values({ communityId, id: newId(), kind, subject, runAt: when })
    .onConflictDoUpdate({
      target: [job.communityId, job.kind, job.subject],
      set: { runAt: when, finishedAt: null, failedAt: null, attempts: 0, lastError: null },
    });
}
