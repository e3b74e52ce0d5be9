import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { emptyDatabase, freshDatabase, type TestDatabase } from "../../test/harness/database";
import { newId } from "../shared/id";
import { connect } from "./connection.server";
import { writeDump } from "./dump.server";
import { dumpIfDue } from "./embedded/kept-dumps.server";
import { RestoreError, restoreDump } from "./restore.server";

let folder: string;
let file: string;
let source: TestDatabase;
let target: TestDatabase;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "openward-dump-"));
  file = join(folder, "dump.sql.gz");
  source = await freshDatabase();
  target = await emptyDatabase();
});
afterEach(async () => {
  await source.drop();
  await target.drop();
  rmSync(folder, { recursive: true });
});

const awkward = "Ґанок\n\t\\N \\. \r\u2028 'їжа' \"ё\" 🌻";

async function fill(url: string): Promise<void> {
  const client = connect(url);
  const community = newId();
  await client`insert into community (id, slug, name, zone, currency, languages) values
    (${community}, 'test', ${JSON.stringify({ uk: awkward })}::jsonb, 'Europe/Kyiv', 'UAH', '{uk,en}')`;
  await client`insert into district (community_id, id, code, name) values
    (${community}, ${newId()}, ${awkward}, '{}'), (${community}, ${newId()}, '', '{"uk": null}')`;
  await client.end();
}

/** Every row of the two filled tables, as PostgreSQL writes them. */
async function rows(url: string): Promise<unknown[]> {
  const client = connect(url);
  const found =
    await client`select c::text as row from community c union all select d::text from district d order by 1`;
  await client.end();
  return found.map(({ row }) => row);
}

describe("a dump", () => {
  it("EM-5 moves every row into another database, character by character", async () => {
    await fill(source.url);
    await writeDump(source.url, file);
    await restoreDump(target.url, file);
    const restored = await rows(target.url);
    expect(restored).toHaveLength(3);
    expect(restored).toEqual(await rows(source.url));
  });

  it("EM-5 appears complete or not at all, for its owner's eyes", async () => {
    await writeDump(source.url, file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await expect(
      writeDump("postgres://postgres@localhost/none?host=/nonexistent", join(folder, "b")),
    ).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(["dump.sql.gz"]);
  });

  it("EM-5 is not restored over rows", async () => {
    await fill(source.url);
    await writeDump(source.url, file);
    await expect(restoreDump(source.url, file)).rejects.toThrow(
      /already holds rows \(in (community|district)\)/,
    );
  });

  it.each([
    ["cut in a table", (text: string) => text.slice(0, text.lastIndexOf("\\."))],
    ["with a foreign command", (text: string) => text.replace(/^copy .*$/m, "drop table community;")],
    ["that is something else", () => "hello\n"],
  ])("EM-5 leaves nothing behind when the file is one %s", async (_, spoil) => {
    await fill(source.url);
    await writeDump(source.url, file);
    writeFileSync(file, gzipSync(spoil(gunzipSync(readFileSync(file)).toString())));
    await expect(restoreDump(target.url, file)).rejects.toThrow(RestoreError);
    const client = connect(target.url);
    const [table] = await client`select to_regclass('public.community') as name`;
    const left = table?.name ? await client`select 1 from community` : [];
    await client.end();
    expect([...left]).toEqual([]);
  });
});

describe("kept dumps", () => {
  it("EM-5 are written once an hour and kept by number", async () => {
    const kept = join(folder, "dumps");
    const start = Date.parse("2026-11-21T10:00:00Z");
    for (const minutes of [0, 30, 61, 122, 183]) {
      const now = new Date(start + minutes * 60_000);
      const before = new Set(minutes === 0 ? [] : readdirSync(kept));
      await dumpIfDue(source.url, kept, 2, now);
      for (const name of readdirSync(kept)) if (!before.has(name)) utimesSync(join(kept, name), now, now);
    }
    expect(readdirSync(kept)).toEqual([
      "openward-2026-11-21T12-02-00Z.sql.gz",
      "openward-2026-11-21T13-03-00Z.sql.gz",
    ]);
  });
});
