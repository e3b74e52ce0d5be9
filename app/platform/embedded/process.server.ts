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
 * What runs under a number: the server of that directory, something else, or nothing (a dead child that nobody
 * has asked after counts as nothing). Numbers are used again after a crash, most of all in containers, where the
 * same few come back at each start.
 */
export function whatRuns(pid: number, pgdata: string): "server" | "something else" | "nothing" {
  if (!isAlive(pid)) return "nothing";
  const { state, isPostgres } = process.platform === "linux" ? lookInProc(pid, pgdata) : askPs(pid, pgdata);
  if (state === "" || state.startsWith("Z")) return "nothing";
  return isPostgres ? "server" : "something else";
}

type Look = { readonly state: string; readonly isPostgres: boolean };
const gone: Look = { state: "", isPostgres: false };

function lookInProc(pid: number, pgdata: string): Look {
  try {
    const [, name, state = ""] = /^\d+ \((.*)\) (\S)/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    const isPostgres = name === "postgres" && folderOf(pid) === realpathSync(pgdata);
    return { state, isPostgres };
  } catch {
    return gone;
  }
}

/** The working directory, which a PostgreSQL server never leaves; undefined for processes of other accounts. */
function folderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function askPs(pid: number, pgdata: string): Look {
  try {
    const answer = execFileSync("ps", ["-p", String(pid), "-o", "stat=,command="], {
      encoding: "utf8",
    }).trim();
    return { state: answer, isPostgres: answer.includes("postgres") && answer.includes(pgdata) };
  } catch {
    return gone;
  }
}
