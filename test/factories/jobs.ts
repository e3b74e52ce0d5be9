import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database, transaction } from "~/platform/database.server";
import { queueJob } from "~/platform/job-queue.server";
import { job } from "~db/schema/jobs";

export async function plantJob(
  community: Community,
  kind: string,
  subject: string,
  runAt?: Date,
): Promise<void> {
  await transaction((tx) => queueJob(tx, community.id, { kind, subject, ...(runAt && { runAt }) }));
}

export type JobState = {
  kind: string;
  subject: string;
  attempts: number;
  finished: boolean;
  failed: boolean;
  leased: boolean;
  lastError: string | null;
  /** Seconds until it may run. */
  wait: number;
};

export async function jobStates(community: Community): Promise<JobState[]> {
  return await database()
    .select({
      kind: job.kind,
      subject: job.subject,
      attempts: job.attempts,
      finished: sql<boolean>`${job.finishedAt} is not null`,
      failed: sql<boolean>`${job.failedAt} is not null`,
      leased: sql<boolean>`coalesce(${job.leasedUntil} > clock_timestamp(), false)`,
      lastError: job.lastError,
      wait: sql<number>`extract(epoch from ${job.runAt} - clock_timestamp())::float8`,
    })
    .from(job)
    .where(eq(job.communityId, community.id))
    .orderBy(job.createdAt, job.id);
}

/** As if the pauses of all jobs that wait had passed. */
export async function makeJobsDue(community: Community): Promise<void> {
  await database()
    .update(job)
    .set({ runAt: sql`clock_timestamp()` })
    .where(and(eq(job.communityId, community.id), isNull(job.finishedAt), isNull(job.failedAt)));
}

/** As if the process that holds the leases had been silent for two minutes. */
export async function expireJobLeases(community: Community): Promise<void> {
  await database()
    .update(job)
    .set({ leasedUntil: sql`clock_timestamp() - interval '1 second'` })
    .where(and(eq(job.communityId, community.id), isNotNull(job.leasedUntil)));
}

/** As if all ended jobs had ended so many minutes ago. */
export async function ageEndedJobs(community: Community, minutes: number): Promise<void> {
  const earlier = (column: typeof job.finishedAt | typeof job.failedAt) =>
    sql`${column} - make_interval(mins => ${minutes})`;
  await database()
    .update(job)
    .set({ finishedAt: earlier(job.finishedAt), failedAt: earlier(job.failedAt) })
    .where(eq(job.communityId, community.id));
}
