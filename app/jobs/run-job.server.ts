import { listCommunities } from "~/domain/communities/community-queries.server";
import {
  failJob,
  finishJob,
  giveJobBack,
  type LeasedJob,
  leaseJob,
  renewLease,
} from "~/platform/job-lease.server";
import { describeError, log } from "~/platform/log.server";
import { pauseBeforeRetry } from "~/shared/back-off";
import type { JobHandler } from "./handlers.server";
import type { StepResult } from "./loop.server";

/** Tries of a job before it is put aside (F-16): about three hours with these pauses. */
const MOST_TRIES = 8;
const RETRY = { first: 10, factor: 3, longest: 7_200 };
const RENEW_MS = 30_000;
/** Time that a running job gets to end when the worker stops. */
const GRACE_MS = 20_000;

/** Runs the job that has been due longest; other jobs are not held up by one that fails. */
export async function runNextJob(
  handlers: Readonly<Record<string, JobHandler>>,
  stopping: AbortSignal,
  graceMs = GRACE_MS,
): Promise<StepResult> {
  const job = await leaseJob(Object.keys(handlers));
  if (!job) return "idle";
  const held = holdLease(job);
  try {
    if (job.attempts > MOST_TRIES) throw new Error("the process ended during every try");
    const ended = await withGrace(runJob(job, handlers), stopping, graceMs);
    if (ended) await finishJob(job);
    else await giveJobBack(job);
  } catch (error) {
    await putOff(job, error);
  } finally {
    held.release();
  }
  return "worked";
}

async function runJob(job: LeasedJob, handlers: Readonly<Record<string, JobHandler>>): Promise<void> {
  const community = (await listCommunities()).find(({ id }) => id === job.communityId);
  const handler = handlers[job.kind];
  if (!community || !handler) throw new Error("no such community or kind of job");
  await handler(community, job.subject);
}

async function putOff(job: LeasedJob, error: unknown): Promise<void> {
  const pause = job.attempts < MOST_TRIES ? pauseBeforeRetry(RETRY, job.attempts, Math.random()) : null;
  const about = { kind: job.kind, job: job.id, community: job.communityId, tries: job.attempts };
  log.error(
    { ...about, err: error },
    pause === null ? "job put aside for good" : "job failed, will be tried again",
  );
  await failJob(job, describeError(error).message.slice(0, 500), pause);
}

/** Renews the lease while the job runs; `job.lease` follows. */
function holdLease(job: LeasedJob): { release(): void } {
  const timer = setInterval(() => {
    renewLease(job)
      .then((lease) => {
        if (lease) job.lease = lease;
      })
      .catch((error: unknown) =>
        log.warn({ err: error, kind: job.kind }, "the lease of a job was not renewed"),
      );
  }, RENEW_MS);
  return { release: () => clearInterval(timer) };
}

/** True when the work ended, false when the worker is stopping and it took too long. */
async function withGrace(work: Promise<void>, stopping: AbortSignal, graceMs: number): Promise<boolean> {
  const settled = new AbortController();
  const tooLong = new Promise<false>((resolve) => {
    const start = () => {
      const timer = setTimeout(resolve, graceMs, false);
      settled.signal.addEventListener("abort", () => clearTimeout(timer));
    };
    if (stopping.aborted) start();
    else stopping.addEventListener("abort", start, { once: true, signal: settled.signal });
  });
  try {
    return await Promise.race([work.then(() => true), tooLong]);
  } finally {
    settled.abort();
  }
}
