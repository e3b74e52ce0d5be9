import {
  accessSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import { type Account, accountFor, run } from "./account.server";
import { type Binaries, findBinaries } from "./binaries.server";
import { EmbeddedError } from "./platform.server";
import { isAlive } from "./process.server";

/** A database directory that exists and everything needed to run it. */
export type Cluster = {
  readonly dataFolder: string;
  readonly pgdata: string;
  readonly binaries: Binaries;
  readonly account: Account;
  /** False only for tests: nothing is forced to disk. */
  readonly durable: boolean;
};

const superuser = "postgres";

/**
 * How the server names its own directory. The account may not be allowed to walk down to it (a data folder
 * under /root); the working directory, entered before the account changes, needs no walk.
 */
export function ownDirectory(pgdata: string): string {
  return process.platform === "linux" ? "/proc/self/cwd" : pgdata;
}

/** Makes the database directory on first use. A killed first start leaves a draft that the next one clears away. */
export async function prepareCluster(dataFolder: string, durable: boolean): Promise<Cluster> {
  openFolder(dataFolder);
  const unknown = await findBinaries(dataFolder, accountFor(dataFolder));
  const major = Number.parseInt(unknown.version, 10);
  const pgdata = join(dataFolder, `pgdata-${major}`);
  refuseOtherMajor(dataFolder, major);
  const account = accountFor(pgdata);
  const binaries = await findBinaries(dataFolder, account);
  const cluster = { dataFolder, pgdata, binaries, account, durable };
  if (!existsSync(pgdata)) await createCluster(cluster);
  const stored = readFileSync(join(pgdata, "PG_VERSION"), "utf8").trim();
  if (stored !== String(major)) throw new EmbeddedError(otherMajor(pgdata, stored, major));
  return cluster;
}

function openFolder(dataFolder: string): void {
  try {
    mkdirSync(dataFolder, { recursive: true });
    accessSync(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new EmbeddedError(
      `The account ${process.getuid?.()} may not write in ${dataFolder}: run as the account that owns it, or set OPENWARD_DATA to another folder.`,
      { cause: error },
    );
  }
}

async function createCluster(cluster: Cluster): Promise<void> {
  const { dataFolder, pgdata, account, binaries, durable } = cluster;
  clearDrafts(dataFolder);
  const draft = join(dataFolder, `pgdata.new-${process.pid}-${Date.now()}`);
  mkdirSync(draft, { mode: 0o700 });
  if (account.uid !== undefined && account.gid !== undefined) chownSync(draft, account.uid, account.gid);
  const locale =
    process.platform === "darwin" ? ["--locale=en_US.UTF-8", "--lc-collate=C"] : ["--locale=C.UTF-8"];
  const args = [`--pgdata=${ownDirectory(draft)}`, `--username=${superuser}`, "--encoding=UTF8", ...locale];
  const access = ["--auth-local=trust", "--auth-host=reject", ...(durable ? [] : ["--no-sync"])];
  const { status, output } = await run(
    join(binaries.folder, "bin", "initdb"),
    [...args, ...access],
    account,
    draft,
  );
  if (status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new EmbeddedError(
      `The embedded database could not be created in ${dataFolder}: ${lastLine(output)}`,
    );
  }
  takePlace(draft, pgdata);
}

/** Of several processes that start together the first to rename wins; the others drop their draft. */
function takePlace(draft: string, pgdata: string): void {
  try {
    renameSync(draft, pgdata);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(pgdata)) throw error;
  }
  const parent = openSync(join(pgdata, ".."), "r");
  fsyncSync(parent);
  closeSync(parent);
}

function clearDrafts(dataFolder: string): void {
  for (const name of readdirSync(dataFolder)) {
    const maker = Number(/^pgdata\.new-(\d+)-\d+$/.exec(name)?.[1]);
    if (!maker || (maker !== process.pid && isAlive(maker))) continue;
    try {
      rmSync(join(dataFolder, name), { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // The initdb of a killed start may still be writing there; the start after this one clears it away.
    }
  }
}

function refuseOtherMajor(dataFolder: string, major: number): void {
  const names = readdirSync(dataFolder);
  const other = names
    .map((name) => /^pgdata-(\d+)$/.exec(name)?.[1])
    .find((found) => found && found !== String(major));
  if (other && !names.includes(`pgdata-${major}`)) {
    throw new EmbeddedError(otherMajor(join(dataFolder, `pgdata-${other}`), other, major));
  }
}

function otherMajor(folder: string, stored: string, major: number): string {
  return `The data in ${folder} belongs to PostgreSQL ${stored}, this program brings ${major}: make a dump with the version that wrote it, then restore the dump with this one.`;
}

export function lastLine(text: string): string {
  return text.trim().split("\n").at(-1)?.trim() || "no reason was given.";
}
