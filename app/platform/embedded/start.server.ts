import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { connect } from "../connection.server";
import { databaseFault } from "../database-error.server";
import { type Cluster, prepareCluster } from "./cluster.server";
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

const holder = "openward holder";
const database = "openward";

/**
 * Starts PostgreSQL in the data folder, or attaches to the one another process started there, and keeps it
 * running: when the server dies, every process that holds it tries to bring it back.
 * @throws {EmbeddedError} with a sentence for the person at the terminal
 */
export async function startEmbedded(dataFolder: string, options: EmbeddedOptions = {}): Promise<EmbeddedDatabase> {
  const cluster = await prepareCluster(resolve(dataFolder), options.durable ?? true);
  let stopping = false;
  let held = await hold(cluster, recover);
  await createDatabase(held.anchor);

  async function recover(): Promise<void> {
    while (!stopping) {
      try {
        held = await hold(cluster, recover);
        return;
      } catch {
        await sleep(500, undefined, { ref: false });
      }
    }
  }

  async function stop(): Promise<void> {
    if (stopping) return;
    stopping = true;
    const last = await isLastHolder(held.anchor);
    if (last) await stopServer(held.running.pid, cluster.pgdata);
    await held.anchor.end({ timeout: 1 });
  }

  return { url: socketUrl(socketFolder(cluster.pgdata), database), attached: !held.running.ours, stop };
}

type Held = { readonly running: Running; readonly anchor: postgres.Sql };

/** One idle connection marks this process as a holder and tells at once when the server goes away. */
async function hold(cluster: Cluster, onLost: () => Promise<void>): Promise<Held> {
  const url = socketUrl(socketFolder(cluster.pgdata), "postgres");
  for (const until = Date.now() + 60_000; ; await sleep(50)) {
    const running = await ensureRunning(cluster);
    let held = false;
    const onClose = () => {
      if (held) void onLost();
      held = false;
    };
    const anchor = connect(url, { max: 1, lasting: true, onClose, applicationName: `${holder} ${process.pid}` });
    try {
      await anchor`select 1`;
      held = true;
      return { running, anchor };
    } catch (error) {
      await anchor.end({ timeout: 0 });
      if (Date.now() > until || !isPassing(error)) throw error;
    }
  }
}

/** The server was on its way up or down. */
function isPassing(error: unknown): boolean {
  const code = databaseFault(error)?.code ?? "";
  return code.startsWith("57P0") || code.startsWith("CONN") || code.startsWith("ECONN") || code === "ENOENT";
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
    const code = error instanceof postgres.PostgresError ? error.code : undefined;
    // 42P04 and 23505: another process made it at this moment.
    if (code !== "42P04" && code !== "23505") throw error;
  }
}
