import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isTest, readSources } from "./house/source";

const sources = readSources("app", "db").filter(({ path }) => !isTest(path));
const everything = [...sources, ...migrationFiles()];

/** What a distributed database (DB-9) does not offer, or offers per node only. */
const unportable: [what: string, pattern: RegExp][] = [
  [
    "LISTEN and NOTIFY",
    /\bpg_notify\b|["'`]\s*(?:un)?listen\s+\w|["'`]\s*notify\s+\w|\.listen\(\s*["'`]|\.notify\(/i,
  ],
  ["session advisory locks", /\bpg_(?:try_)?advisory_(?:lock|unlock)(?:_shared)?\b/i],
  ["deferrable constraints", /\bdeferrable\b|\binitially\s+deferred\b|\bset\s+constraints\b/i],
  ["exclusion constraints", /\bexclude\s+using\b/i],
];

describe("the statements of the application", () => {
  it.each(unportable)("DB-7 do without %s", (_, pattern) => {
    expect(everything.length).toBeGreaterThan(50);
    const users = everything.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
    expect(users).toEqual([]);
  });

  it.each([
    ["LISTEN and NOTIFY", "sql`listen signatures`"],
    ["LISTEN and NOTIFY", "client.listen('signatures', run)"],
    ["session advisory locks", "select pg_advisory_lock(1)"],
    ["session advisory locks", "select pg_try_advisory_lock_shared(1)"],
    ["deferrable constraints", "unique (a) DEFERRABLE INITIALLY DEFERRED"],
    ["exclusion constraints", "EXCLUDE USING gist (a with &&)"],
  ])("DB-7 would be seen to use %s: %s", (what, text) => {
    expect(unportable.find(([name]) => name === what)?.[1].test(text)).toBe(true);
  });

  it("DB-7 may use locks that end with their transaction", () => {
    const seen = unportable.filter(([, pattern]) => pattern.test("select pg_advisory_xact_lock_shared(1)"));
    expect(seen).toEqual([]);
  });
});

function migrationFiles(): { path: string; text: string }[] {
  const { entries } = JSON.parse(readFileSync("db/migrations/meta/_journal.json", "utf8")) as {
    entries: { tag: string }[];
  };
  return entries.map(({ tag }) => {
    const path = `db/migrations/${tag}.sql`;
    return { path, text: readFileSync(path, "utf8") };
  });
}
