import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Child, startChild } from "../../../test/harness/child";
import { connect } from "../connection.server";
import { openPool } from "../pool.server";
import { readPidFile } from "./process.server";
import { type EmbeddedDatabase, type EmbeddedOptions, startEmbedded } from "./start.server";

// A folder of mode 700: as root this also proves that the database account need not be let in.
let folder: string;
let running: EmbeddedDatabase[];
let children: Child[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "openward-embedded-"));
  running = [];
  children = [];
});
afterEach(async () => {
  for (const child of children) await child.end("SIGTERM");
  for (const database of running) await database.stop();
  rmSync(folder, { recursive: true });
});

async function start(
  where = folder,
  options: EmbeddedOptions = { durable: false },
): Promise<EmbeddedDatabase> {
  const database = await startEmbedded(where, options);
  running.push(database);
  return database;
}

function child(...args: string[]): Child {
  const started = startChild(folder, ...args);
  children.push(started);
  return started;
}

async function ask<T>(url: string, question: string): Promise<T | undefined> {
  const client = connect(url);
  const [row] = await client.unsafe<{ answer: T }[]>(`select (${question}) as answer`);
  await client.end();
  return row?.answer;
}

const pgdata = () => join(folder, "pgdata-18");
const serverPid = () => readPidFile(pgdata())?.pid ?? 0;

describe("a data folder", () => {
  it("EM-1 lets a second process attach, and the last one to leave stops the server", async () => {
    const first = await start();
    const second = child();
    await second.says(/^attached$/);
    const pid = serverPid();
    await first.stop();
    expect(serverPid()).toBe(pid);
    await second.end("SIGTERM");
    expect(readPidFile(pgdata())).toBeUndefined();
  });

  it("EM-1 gives four processes that start together one server", async () => {
    const four = [child(), child(), child(), child()];
    const answers = await Promise.all(four.map((one) => one.says(/^(started|attached)$/)));
    expect(answers.filter((answer) => answer === "started")).toHaveLength(1);
    expect(readdirSync(folder).filter((name) => name.startsWith("pgdata"))).toEqual(["pgdata-18"]);
  });

  it("EM-1 finds the server of a killed process again, with its rows", async () => {
    const killed = child("--insert");
    await killed.says(/^20$/);
    const pid = serverPid();
    await killed.end("SIGKILL");
    const acknowledged = killed.lines.filter((line) => /^\d+$/.test(line)).length;
    const { url, attached } = await start();
    expect([attached, serverPid()]).toEqual([true, pid]);
    expect(await ask<number>(url, "select count(*)::int from kept")).toBeGreaterThanOrEqual(acknowledged);
  });

  it("EM-1 refuses an account that may not read it, naming the folder and the account", async () => {
    await start();
    const pidFile = join(pgdata(), "postmaster.pid");
    if (process.getuid?.() !== 0) chmodSync(pidFile, 0o000);
    const stranger = startChild(folder, "--as", "54321");
    const answer = await stranger.says(/Error/);
    if (process.getuid?.() !== 0) chmodSync(pidFile, 0o600);
    expect(answer).toMatch(/^EmbeddedError: .+account.+\.$/);
  });

  it.each([
    ["of a living process that is something else", () => process.pid],
    ["of no process", () => 4_194_303],
  ])("EM-1 is not blocked by the number %s in the pid file", async (_, pid) => {
    await (await start()).stop();
    const stale = [pid(), "/proc/self/cwd", 1_700_000_000, 5432, ".", "", " 1 1", "ready   ", ""];
    writeFileSync(join(pgdata(), "postmaster.pid"), stale.join("\n"));
    const { url, attached } = await start();
    expect(attached).toBe(false);
    expect(await ask(url, "select 1")).toBe(1);
  });

  it("EM-3 has no network port and no root", async () => {
    const { url } = await start();
    expect(await ask(url, "select current_setting('listen_addresses')")).toBe("");
    expect(statSync(join(pgdata(), "postmaster.pid")).uid).not.toBe(0);
    if (process.platform === "linux") expect(networkSockets(serverPid())).toEqual([]);
  });

  it("may lie deeper than a socket address is long", async () => {
    const deep = join(folder, "a".repeat(60), "b".repeat(60));
    const { url } = await start(deep);
    expect(new URL(url).searchParams.get("host")?.length).toBeLessThan(80);
    expect(await ask(url, "select 1")).toBe(1);
    rmSync(new URL(url).searchParams.get("host") ?? "");
  });

  it("of another PostgreSQL is refused in a sentence", async () => {
    mkdirSync(join(folder, "pgdata-17"));
    await expect(startEmbedded(folder)).rejects.toThrow(/belongs to PostgreSQL 17.+dump.+restore/);
  });

  it("sorts and compares Cyrillic as it should", async () => {
    const { url } = await start();
    const sorted = `select string_agg(w, ' ' order by w collate "uk-x-icu") from unnest(array['їжак','ґанок','єнот','гай','дім']) w`;
    expect(await ask(url, sorted)).toBe("гай ґанок дім єнот їжак");
    expect(await ask(url, "select upper('її')")).toBe("ЇЇ");
  });
});

describe("EM-2 a first start", () => {
  it.each([30, 300, 700])("EM-2 killed after %i ms does not hinder the next", async (moment) => {
    const killed = startChild(folder);
    await waitFor(() => readdirSync(folder).some((name) => name.startsWith("pgdata")), killed);
    await new Promise((resolve) => setTimeout(resolve, moment));
    await killed.end("SIGKILL");
    const { url } = await start();
    expect(await ask(url, "select 1")).toBe(1);
    expect(existsSync(join(pgdata(), "PG_VERSION"))).toBe(true);
  });
});

describe("a killed server", () => {
  it("EM-2 F-3 comes back by itself and has every acknowledged row", async () => {
    const { url } = await start(folder, { durable: true });
    const pool = openPool(url, {});
    await pool.database.execute(sql`create table kept (number int primary key)`);
    const acknowledged: number[] = [];
    let number = 0;
    const insertUntil = async (count: number) => {
      while (acknowledged.length < count) {
        number += 1;
        const mine = number;
        const insertion = pool.database.execute(sql`insert into kept values (${mine})`);
        await insertion.then(
          () => acknowledged.push(mine),
          () => new Promise((resolve) => setTimeout(resolve, 20)),
        );
      }
    };
    for (const count of [60, 120]) {
      await Promise.all(Array.from({ length: 5 }, () => insertUntil(count)));
      process.kill(serverPid(), "SIGKILL");
    }
    await insertUntil(150);
    const rows = await pool.database.execute<{ number: number }>(sql`select number from kept`);
    await pool.end();
    const kept = new Set(rows.map((row) => row.number));
    expect(acknowledged.filter((one) => !kept.has(one))).toEqual([]);
  });
});

/** Inodes of the TCP sockets a process holds. */
function networkSockets(pid: number): string[] {
  const held = readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`));
  const tables = ["tcp", "tcp6"].map((table) => readFileSync(`/proc/${pid}/net/${table}`, "utf8")).join("\n");
  const inodes = tables.split("\n").map((line) => `socket:[${line.trim().split(/\s+/)[9]}]`);
  return held.filter((link) => inodes.includes(link));
}

async function waitFor(isReached: () => boolean, { process: watched }: Child): Promise<void> {
  while (!isReached()) {
    if (watched.exitCode !== null) throw new Error("The process ended too early.");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
