import { spawn } from "node:child_process";
import { closeSync, fstatSync, openSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { cleanEnvironment } from "./account.server";
import { type Cluster, lastLine, ownDirectory } from "./cluster.server";
import { EmbeddedError } from "./platform.server";
import { readPidFile, whatRuns } from "./process.server";

/** A server of our directory that is ready; `ours` says this process started it. */
export type Running = { readonly pid: number; readonly ours: boolean };

const patience = 60_000;
const logLimit = 5_000_000;

/**
 * Makes sure exactly one server runs on the directory: attaches to a running one, waits for one that is
 * starting or stopping, starts one when there is none. PostgreSQL's own lock decides between two starters.
 */
export async function ensureRunning(cluster: Cluster): Promise<Running> {
  for (const until = Date.now() + patience; Date.now() < until; await sleep(20)) {
    const running = await attachOrLaunch(cluster);
    if (running) return running;
  }
  const { pgdata, dataFolder } = cluster;
  const holder = claimedBy(pgdata, dataFolder)?.pid;
  throw new EmbeddedError(
    `The embedded database in ${dataFolder} did not get ready within a minute${holder ? `; process ${holder} holds it` : ""}: see ${logFile(cluster)}.`,
  );
}

async function attachOrLaunch(cluster: Cluster): Promise<Running | undefined> {
  const { pgdata, dataFolder } = cluster;
  const claim = claimedBy(pgdata, dataFolder);
  const found = claim ? whatRuns(claim.pid, pgdata) : "nothing";
  if (claim && found === "server") return claim.ready ? { pid: claim.pid, ours: false } : undefined;
  // PostgreSQL clears a dead number itself, after a look at shared memory; a number that one of our own programs
  // has got since would make it give up.
  if (found === "something else") rmSync(join(pgdata, "postmaster.pid"), { force: true });
  const pid = await launch(cluster);
  return pid === undefined ? undefined : { pid, ours: true };
}

/** Ends the server with a checkpoint, dropping connections; resolves when it is gone. */
export async function stopServer(pid: number, pgdata: string): Promise<void> {
  const until = Date.now() + patience;
  if (whatRuns(pid, pgdata) === "server") process.kill(pid, "SIGINT");
  while (whatRuns(pid, pgdata) === "server") {
    if (Date.now() > until) throw new EmbeddedError(`The embedded database (process ${pid}) does not stop.`);
    await sleep(10);
  }
}

function claimedBy(pgdata: string, dataFolder: string) {
  try {
    return readPidFile(pgdata);
  } catch (error) {
    const owner = statSync(pgdata).uid;
    throw new EmbeddedError(
      `The embedded database in ${dataFolder} belongs to account ${owner}, which this process may not read: run as that account, or choose another OPENWARD_DATA.`,
      { cause: error },
    );
  }
}

/** Starts the server in its own session, so that Ctrl+C ends the application first. Undefined: another was faster. */
async function launch(cluster: Cluster): Promise<number | undefined> {
  const log = openLog(cluster);
  const from = fstatSync(log).size;
  const child = spawn(join(cluster.binaries.folder, "bin", "postgres"), serverArguments(cluster), {
    ...cluster.account,
    cwd: cluster.pgdata,
    env: cleanEnvironment(),
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  let ended: string | undefined;
  child.once("error", (error) => {
    ended = error.message;
  });
  child.once("exit", () => {
    ended ??= readFileSync(logFile(cluster), "utf8").slice(from);
  });
  child.unref();
  const until = Date.now() + patience;
  while (ended === undefined && Date.now() < until) {
    const claim = readPidFile(cluster.pgdata);
    if (claim?.ready && claim.pid === child.pid) {
      child.removeAllListeners();
      return child.pid;
    }
    await sleep(10);
  }
  // Somebody holds the directory, or the last processes of a killed server are still leaving.
  if (ended === undefined || /lock file|shared memory block/.test(ended)) return undefined;
  throw new EmbeddedError(`The embedded database in ${cluster.dataFolder} did not start: ${lastLine(ended)}`);
}

function serverArguments({ pgdata, durable }: Cluster): string[] {
  const settings = {
    listen_addresses: "",
    unix_socket_directories: ".",
    unix_socket_permissions: "0700",
    max_connections: "100",
    cluster_name: "openward",
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    // The log names neither statements nor values: both may hold personal data.
    log_error_verbosity: "terse",
    log_min_error_statement: "panic",
    log_parameter_max_length: "0",
    log_parameter_max_length_on_error: "0",
    log_checkpoints: "off",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const given = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return ["-D", ownDirectory(pgdata), "-p", "5432", ...given];
}

function logFile({ dataFolder }: Cluster): string {
  return join(dataFolder, "postgresql.log");
}

function openLog(cluster: Cluster): number {
  const file = logFile(cluster);
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > logLimit) renameSync(file, `${file}.old`);
  return openSync(file, "a", 0o600);
}
