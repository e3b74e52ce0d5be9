import { sql } from "drizzle-orm";
import { newId } from "~/shared/id";
import { job } from "~db/schema/jobs";
import { database } from "./database.server";

/** Seconds after which another worker goes on with the work of one that has been silent. */
const SECONDS = 3;

/**
 * Work that comes by itself every second is no job to be queued, but one worker at a time should do it: takes or
 * lengthens the lease on it for 3 seconds. `held` is what the last call answered, null at first; null again while
 * another worker has the lease. Whoever relies on being alone needs a guard of its own: a lease may run out.
 */
export async function takeWorkLease(
  communityId: string,
  kind: string,
  held: string | null,
): Promise<string | null> {
  const until = sql`clock_timestamp() + make_interval(secs => ${SECONDS})`;
  // An ended job: nothing that looks for work finds it.
  const [row] = await database()
    .insert(job)
    .values({
      communityId,
      id: newId(),
      kind,
      subject: "lease",
      leasedUntil: until,
      finishedAt: sql`clock_timestamp()`,
    })
    .onConflictDoUpdate({
      target: [job.communityId, job.kind, job.subject],
      set: { leasedUntil: until },
      setWhere: sql`${job.leasedUntil} is null or ${job.leasedUntil} < clock_timestamp()
        or ${job.leasedUntil} = ${held}::timestamptz`,
    })
    .returning({ lease: sql<string>`${job.leasedUntil}::text` });
  return row?.lease ?? null;
}
