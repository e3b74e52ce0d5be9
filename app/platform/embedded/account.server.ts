import { spawn } from "node:child_process";
import { readFileSync, statSync } from "node:fs";

/** The operating-system account PostgreSQL runs as; empty means the account of this process. */
export type Account = { readonly uid?: number; readonly gid?: number };

/**
 * PostgreSQL refuses to run as root. A root process therefore starts it as the owner of an existing data
 * directory, else as `nobody`; nobody else changes accounts.
 */
export function accountFor(pgdata: string): Account {
  if (process.getuid?.() !== 0) return {};
  const owner = statSync(pgdata, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return nobody(readFileSync("/etc/passwd", "utf8"));
}

/** Finds `nobody` in the text of /etc/passwd; 65534 is its usual number. */
export function nobody(passwd: string): Account {
  const [, , uid, gid] = /^nobody:.*$/m.exec(passwd)?.[0].split(":") ?? [];
  return { uid: Number(uid) || 65_534, gid: Number(gid) || 65_534 };
}

export type Finished = { readonly status: number | undefined; readonly output: string };

/** Runs a program to its end as the account; `status` is undefined when it could not be started or was killed. */
export function run(
  program: string,
  args: readonly string[],
  account: Account,
  cwd: string,
): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      ...account,
      cwd,
      env: cleanEnvironment(),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => resolve({ status: undefined, output: error.message }));
    child.on("close", (status) => resolve({ status: status ?? undefined, output }));
  });
}

/** Without PGPORT, PGDATA and the like of the caller, which would move the server elsewhere. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const { PATH = "", NODE_ENV } = process.env;
  return { NODE_ENV, PATH, TZ: "UTC", LC_MESSAGES: "C" };
}
