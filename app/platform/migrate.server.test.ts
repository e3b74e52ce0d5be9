import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { emptyDatabase, type TestDatabase } from "../../test/harness/database";
import { connect } from "./connection.server";
import { MigrationError, migrate } from "./migrate.server";

let own: TestDatabase;
let folder: string;

beforeEach(async () => {
  own = await emptyDatabase();
  folder = mkdtempSync(join(tmpdir(), "openward-migrations-"));
  write([
    "0000_first",
    "create table first (id int);\n--> statement-breakpoint\ninsert into first values (1);",
  ]);
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await own.drop();
});

/** Writes migrations the way drizzle-kit does, one minute apart. */
function write(...migrations: [name: string, sql: string][]): void {
  cpSync(join(process.cwd(), "db/migrations/meta"), join(folder, "meta"), { recursive: true });
  const entries = migrations.map(([tag], idx) => ({
    idx,
    version: "7",
    when: 1_800_000_000_000 + idx * 60_000,
    tag,
    breakpoints: true,
  }));
  writeFileSync(
    join(folder, "meta/_journal.json"),
    JSON.stringify({ version: "7", dialect: "postgresql", entries }),
  );
  for (const [tag, sql] of migrations) writeFileSync(join(folder, `${tag}.sql`), sql);
}

const first = (): [string, string] => ["0000_first", readFileSync(join(folder, "0000_first.sql"), "utf8")];

async function ask(question: string): Promise<unknown[]> {
  const client = connect(own.url);
  const rows = await client.unsafe(question).values();
  await client.end();
  return rows.flat();
}

describe("migrate", () => {
  it("D-7 lets four processes start on an empty database and applies everything once", async () => {
    const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(own.url, folder)));
    expect(applied.flat()).toEqual(["0000_first"]);
    expect(await ask("select id from first")).toEqual([1]);
  });

  it("D-7 applies the project's own migrations from the folder the program runs in", async () => {
    const applied = await migrate(own.url);
    expect(applied.length).toBeGreaterThan(0);
    expect(await migrate(own.url)).toEqual([]);
  });

  it("D-7 applies a migration that is older than the last applied one", async () => {
    write(first(), ["0001_second", "create table second (id int);"]);
    await migrate(own.url, folder);
    const journal = join(folder, "meta/_journal.json");
    write(
      first(),
      ["0001_second", "create table second (id int);"],
      ["0002_third", "create table third (id int);"],
    );
    const text = readFileSync(journal, "utf8").replace(
      String(1_800_000_000_000 + 2 * 60_000),
      "1700000000000",
    );
    writeFileSync(journal, text);
    expect(await migrate(own.url, folder)).toEqual(["0002_third"]);
  });

  it("D-7 refuses a database that a newer version has used", async () => {
    write(first(), ["0001_second", "create table second (id int);"]);
    await migrate(own.url, folder);
    write(first());
    await expect(migrate(own.url, folder)).rejects.toThrow(
      /2 migrations and this program knows 1: a newer version/,
    );
  });

  it("D-7 refuses when an applied migration was changed, and names it", async () => {
    await migrate(own.url, folder);
    write(["0000_first", "create table first (id bigint);"]);
    await expect(migrate(own.url, folder)).rejects.toThrow(/^Migration 0000_first is not the one/);
  });

  it("D-7 refuses another order", async () => {
    const second: [string, string] = ["0001_second", "create table second (id int);"];
    write(first(), second);
    await migrate(own.url, folder);
    write(second, first());
    await expect(migrate(own.url, folder)).rejects.toThrow(MigrationError);
  });

  it("F-18 changes nothing when a migration fails half-way, and works once it is mended", async () => {
    write(first(), [
      "0001_broken",
      "create table half (id int);\n--> statement-breakpoint\nselect nonsense;",
    ]);
    await expect(migrate(own.url, folder)).rejects.toThrow(
      /^Migration 0001_broken failed and nothing was changed/,
    );
    expect(await ask("select count(*)::int from pg_tables where tablename in ('first', 'half')")).toEqual([
      0,
    ]);
    write(first(), ["0001_broken", "create table whole (id int);"]);
    expect(await migrate(own.url, folder)).toEqual(["0000_first", "0001_broken"]);
  });

  it("says where it looked when there are no migrations", async () => {
    await expect(migrate(own.url, join(folder, "nowhere"))).rejects.toThrow(/no migrations in .*nowhere/);
  });
});
