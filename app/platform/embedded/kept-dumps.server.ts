import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { writeDump } from "../dump.server";
import { log } from "../log.server";

const hour = 60 * 60_000;
const look = 5 * 60_000;
const finished = /^openward-[\dT-]+Z\.sql\.gz$/;

/**
 * Keeps a dump of every hour in the folder `dumps`, the newest 24. They guard against mistakes in the database,
 * not against the loss of the disk: copy the folder elsewhere for that.
 */
export function keepDumps(url: string, dataFolder: string, keep = 24): { stop(): Promise<void> } {
  const folder = join(dataFolder, "dumps");
  let work = Promise.resolve();
  const turn = () => {
    work = dumpIfDue(url, folder, keep, new Date()).catch((err: unknown) =>
      log.error({ err }, "the dump failed"),
    );
  };
  const timer = setInterval(turn, look).unref();
  return {
    stop() {
      clearInterval(timer);
      return work;
    },
  };
}

/** Writes a dump when the newest is an hour old, then drops what exceeds `keep`. */
export async function dumpIfDue(url: string, folder: string, keep: number, now: Date): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // A draft counts as well: another process is at it, or was killed at it and the next hour tries again.
  const isFresh = (name: string) => now.getTime() - statSync(join(folder, name)).mtimeMs < hour;
  if (readdirSync(folder).some(isFresh)) return;
  await writeDump(
    url,
    join(folder, `openward-${now.toISOString().slice(0, 19).replaceAll(":", "-")}Z.sql.gz`),
  );
  const names = readdirSync(folder).sort();
  const dumps = names.filter((name) => finished.test(name));
  const drafts = names.filter((name) => name.endsWith(".partial") && !isFresh(name));
  for (const name of [...dumps.slice(0, -keep), ...drafts]) rmSync(join(folder, name), { force: true });
}
