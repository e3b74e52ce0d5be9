import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync, realpathSync } from "node:fs";
import { join } from "node:path";

/** True while a process of that number runs, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

export type PidFile = { readonly pid: number; readonly ready: boolean };

/** What `postmaster.pid` claims; undefined when there is none or it is still being written. */
export function readPidFile(pgdata: string): PidFile | undefined {
  try {
    const lines = readFileSync(join(pgdata, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    return pid > 0 ? { pid, ready: lines[7]?.trim() === "ready" } : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/**
 * Whether the process is a PostgreSQL server of that directory: numbers are used again after a crash,
 * most of all in containers, where the same few come back at each start.
 */
export function isServerOf(pid: number, pgdata: string): boolean {
  try {
    if (process.platform === "linux") {
      const isPostgres = readFileSync(`/proc/${pid}/comm`, "utf8").trim() === "postgres";
      return isPostgres && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(pgdata);
    }
    const command = execFileSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" });
    return command.includes("postgres") && command.includes(pgdata);
  } catch {
    return false;
  }
}
