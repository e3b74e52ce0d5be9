import { and, eq, sql } from "drizzle-orm";
import { newId } from "~/shared/id";
import { job } from "~db/schema/jobs";
import { database } from "./database.server";

/** A job that this process alone may run until its lease ends. */
export type LeasedJob = {
  communityId: string;
  id: string;
  kind: string;
  subject: string;
  /** This try included. */
  attempts: number;
  /** End of the lease in PostgreSQL's own text, to the microsecond: tells this lease from any later one. */
  lease: string;
};

const LEASE = sql`clock_timestamp() + interval '2 minutes'`;

/** Takes the job that has been due longest among the given kinds; two workers never get the same one. */
export async function leaseJob(kinds: readonly string[]): Promise<LeasedJob | null> {
  if (kinds.length === 0) return null;
  const known = sql.join(
    kinds.map((kind) => sql`${kind}`),
    sql`, `,
  );
  const [leased] = await database().execute<LeasedJob>(sql`
    update job set leased_until = ${LEASE}, attempts = attempts + 1
    where (community_id, id) = (
      select community_id, id from job
      where finished_at is null and failed_at is null and run_at <= clock_timestamp()
        and (leased_until is null or leased_until < clock_timestamp()) and kind in (${known})
      order by run_at limit 1 for update skip locked)
    returning community_id as "communityId", id, kind, subject, attempts, leased_until::text as lease`);
  return leased ?? null;
}

/** Lengthens a lease while its job runs. Null when the lease ended and the job may run elsewhere. */
export async function renewLease(leased: LeasedJob): Promise<string | null> {
  const [row] = await database()
    .update(job)
    .set({ leasedUntil: LEASE })
    .where(isHeld(leased))
    .returning({ lease: sql<string>`${job.leasedUntil}::text` });
  return row?.lease ?? null;
}

/** Marks the job done, unless it was queued anew while it ran: then it runs again. */
export async function finishJob(leased: LeasedJob): Promise<void> {
  await database()
    .update(job)
    .set({ leasedUntil: null, lastError: null, finishedAt: ifNotQueuedAnew(leased, sql`clock_timestamp()`) })
    .where(isHeld(leased));
}

/** Gives a failed job another try after a pause in seconds, or, without one, puts it aside for good. */
export async function failJob(leased: LeasedJob, reason: string, pause: number | null): Promise<void> {
  const later = sql`clock_timestamp() + make_interval(secs => ${pause ?? 0})`;
  const outcome =
    pause === null
      ? { failedAt: ifNotQueuedAnew(leased, sql`clock_timestamp()`) }
      : { runAt: sql`case when ${job.attempts} = ${leased.attempts} then ${later} else ${job.runAt} end` };
  await database()
    .update(job)
    .set({ leasedUntil: null, lastError: reason, ...outcome })
    .where(isHeld(leased));
}

/** Lets another worker run the job at once; the try that was broken off does not count (F-33). */
export async function giveJobBack(leased: LeasedJob): Promise<void> {
  await database()
    .update(job)
    .set({ leasedUntil: null, attempts: sql`greatest(${job.attempts} - 1, 0)` })
    .where(isHeld(leased));
}

/** Sees to it that a recurring job of a community exists and is due when its last end is `minutes` ago. */
export async function keepRecurring(communityId: string, kind: string, minutes: number): Promise<void> {
  const ended = sql`coalesce(${job.finishedAt}, ${job.failedAt})`;
  await database()
    .insert(job)
    .values({ communityId, id: newId(), kind, subject: "recurring" })
    .onConflictDoUpdate({
      target: [job.communityId, job.kind, job.subject],
      set: { runAt: sql`clock_timestamp()`, finishedAt: null, failedAt: null, attempts: 0, lastError: null },
      setWhere: sql`${ended} < clock_timestamp() - make_interval(mins => ${minutes})`,
    });
}

function isHeld({ communityId, id, lease }: LeasedJob) {
  return and(
    eq(job.communityId, communityId),
    eq(job.id, id),
    sql`${job.leasedUntil} = ${lease}::timestamptz`,
  );
}

/** Queueing a job anew sets its tries to none, which tells it from the one that was leased. */
function ifNotQueuedAnew({ attempts }: LeasedJob, value: ReturnType<typeof sql>) {
  return sql`case when ${job.attempts} = ${attempts} then ${value} end`;
}
