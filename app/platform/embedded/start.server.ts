import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type postgres from "postgres";
import { connect } from "../connection.server";
import { databaseFault } from "../database-error.server";
import { type Cluster, prepareCluster } from "./cluster.server";
import { EmbeddedError } from "./platform.server";
import { ensureRunning, type Running, stopServer } from "./postmaster.server";
import { socketFolder, socketUrl } from "./socket.server";

/** A running embedded database as seen by one process. */
export type EmbeddedDatabase = {
  /** Address of the database `openward`. */
  readonly url: string;
  /** True when another process had started the server. */
  readonly attached: boolean;
  /** Lets go; the last process that holds the server stops it. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  /** False only for tests: faster, and a power cut loses everything. */
  readonly durable?: boolean;
};

type Held = { readonly running: Running; readonly anchor: postgres.Sql };

const holder = "openward holder";
const database = "openward";
const patience = 60_000;
const linkCheck = 60_000;

/**
 * Starts PostgreSQL in the data folder, or attaches to the one another process started there, and keeps it
 * running: when the server dies, the processes that hold it bring it back.
 * @throws {EmbeddedError} with a sentence for the person at the terminal
 */
export async function startEmbedded(
  dataFolder: string,
  options: EmbeddedOptions = {},
): Promise<EmbeddedDatabase> {
  const cluster = await prepareCluster(resolve(dataFolder), options.durable ?? true);
  let isStopping = false;
  let held = await hold(cluster, recover);
  await createDatabase(held.anchor);
  // Programs that clean the temporary folder may take the short link away.
  const watch = setInterval(() => socketFolder(cluster.pgdata), linkCheck).unref();

  async function recover(): Promise<void> {
    while (!isStopping) {
      try {
        held = await hold(cluster, recover);
        return;
      } catch {
        await sleep(500, undefined, { ref: false });
      }
    }
  }

  async function stop(): Promise<void> {
    if (isStopping) return;
    isStopping = true;
    clearInterval(watch);
    if (await isLastHolder(held.anchor)) await stopServer(held.running.pid, cluster.pgdata);
    await held.anchor.end({ timeout: 1 });
  }

  const { ours } = held.running;
  return { url: socketUrl(socketFolder(cluster.pgdata), database), attached: !ours, stop };
}

/** One idle connection marks this process as a holder and tells at once when the server goes away. */
async function hold(cluster: Cluster, onLost: () => Promise<void>): Promise<Held> {
  const url = socketUrl(socketFolder(cluster.pgdata), "postgres");
  for (const until = Date.now() + patience; ; await sleep(50)) {
    const running = await ensureRunning(cluster);
    let isHeld = false;
    const onClose = () => {
      if (isHeld) void onLost();
      isHeld = false;
    };
    const anchor = connect(url, {
      onClose,
      statementTimeout: 0,
      applicationName: `${holder} ${process.pid}`,
    });
    try {
      await anchor`select 1`;
      isHeld = true;
      return { running, anchor };
    } catch (error) {
      await anchor.end({ timeout: 0 });
      refuseUnlessPassing(error, cluster, running);
      if (Date.now() > until) throw error;
    }
  }
}

/** A server on its way up or down is tried again; anything else is not going to change. */
function refuseUnlessPassing(error: unknown, { dataFolder }: Cluster, { pid }: Running): void {
  const code = databaseFault(error)?.code ?? "";
  if (/^(57P0|CONN|ECONN|EPIPE|ENOENT)/.test(code)) return;
  throw new EmbeddedError(
    `The embedded database in ${dataFolder} is held by process ${pid}, which does not let this one in (${code}).`,
    { cause: error },
  );
}

/** Leaving is announced before counting, so that of two who leave together at least one sees itself as the last. */
async function isLastHolder(anchor: postgres.Sql): Promise<boolean> {
  try {
    await anchor`select set_config('application_name', 'openward leaving', false)`;
    const [others] = await anchor<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity where application_name like ${`${holder} %`}`;
    return others?.count === 0;
  } catch {
    return false;
  }
}

async function createDatabase(anchor: postgres.Sql): Promise<void> {
  const [found] = await anchor`select 1 from pg_database where datname = ${database}`;
  if (found) return;
  try {
    await anchor.unsafe(`create database ${database}`);
  } catch (error) {
    // Another process made it at this moment.
    if (!["42P04", "23505"].includes(databaseFault(error)?.code ?? "")) throw error;
  }
}
