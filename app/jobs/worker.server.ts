import { listCommunities } from "~/domain/communities/community-queries.server";
import { sendNextLetter } from "~/domain/notifications/send-next-letter.server";
import { keepRecurring } from "~/platform/job-lease.server";
import { log } from "~/platform/log.server";
import { type MailSettings, openMailer } from "~/platform/mailer.server";
import { signatureCounter } from "./count-new-signatures.server";
import { handlers as allHandlers, recurring as allRecurring, type JobHandler } from "./handlers.server";
import { startLoop } from "./loop.server";
import { runNextJob } from "./run-job.server";

export type WorkerSettings = {
  /** Null leaves letters in the outbox until a worker with mail settings comes. */
  mail: MailSettings | null;
  /** Aborting it stops the worker. */
  signal?: AbortSignal;
  /** Only tests name their own. */
  handlers?: Readonly<Record<string, JobHandler>>;
  recurring?: typeof allRecurring;
};

export type Worker = {
  /** Looks for work now instead of within the second. */
  wake(): void;
  /** Takes nothing new, lets what runs end, gives back what takes longer than 20 seconds (F-33). */
  stop(): Promise<void>;
};

/** So that a long count does not keep the opening of a vote waiting. */
const JOBS_AT_ONCE = 2;
const RECURRING_CHECK_MS = 60_000;
/** The interval within which a published number of signatures is the true one; `count.json` is fresh for as long. */
const COUNT_EVERY_MS = 1_000;

/**
 * Runs due jobs and sends letters until stopped. Any number of workers, in any number of processes, may run
 * at once: each row is leased by one of them.
 */
export function startWorker(settings: WorkerSettings): Worker {
  const { mail, handlers = allHandlers, recurring = allRecurring } = settings;
  const mailer = mail ? openMailer(mail) : null;
  const stopping = new AbortController();
  const loops = [
    ...Array.from({ length: JOBS_AT_ONCE }, () =>
      startLoop("jobs", stopping.signal, () => runNextJob(handlers, stopping.signal)),
    ),
    startLoop("signatures", stopping.signal, signatureCounter(), COUNT_EVERY_MS),
    startLoop("recurring jobs", stopping.signal, () => keepAllRecurring(recurring), RECURRING_CHECK_MS),
    ...(mailer ? [startLoop("mail", stopping.signal, () => sendNextLetter(mailer))] : []),
  ];
  let stopped: Promise<void> | null = null;
  const stop = () => {
    stopping.abort();
    stopped ??= Promise.all(loops.map((loop) => loop.ended)).then(() => mailer?.close());
    return stopped;
  };
  if (settings.signal?.aborted) void stop();
  settings.signal?.addEventListener("abort", () => void stop(), { once: true });
  log.info({ mail: mail?.kind ?? "none", kinds: Object.keys(handlers) }, "worker started");
  const wake = () => {
    for (const loop of loops) loop.wake();
  };
  return { stop, wake };
}

async function keepAllRecurring(recurring: typeof allRecurring): Promise<"idle"> {
  for (const community of await listCommunities()) {
    for (const { kind, everyMinutes } of recurring) await keepRecurring(community.id, kind, everyMinutes);
  }
  return "idle";
}
