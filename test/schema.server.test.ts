import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "~/platform/connection.server";
import { freshDatabase, type TestDatabase } from "./harness/database";

/** Tables of the installation itself; each needs a reason to stand here. */
const withoutCommunity = new Set([
  "community", // the tenants themselves
]);

type Key = { readonly table: string; readonly name: string; readonly columns: string[] };

let own: TestDatabase;
let client: ReturnType<typeof connect>;

beforeAll(async () => {
  own = await freshDatabase();
  client = connect(own.url);
});
afterAll(async () => {
  await client.end();
  await own.drop();
});

describe("the catalogue", () => {
  it("DB-1 every table of a community has community_id first in its primary and unique keys", async () => {
    const keys = await client<Key[]>`
      select t.relname as table, i.relname as name, array(
        select coalesce(a.attname, '(expression)') from unnest(x.indkey) with ordinality as k(number, place)
        left join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number order by k.place) as columns
      from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
      where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and x.indisunique`;
    expect(keys.length).toBeGreaterThan(0);
    expect(
      keys.filter(({ table, columns }) => !withoutCommunity.has(table) && columns[0] !== "community_id"),
    ).toEqual([]);
  });

  it("DB-1 every foreign key between tables of a community starts with community_id on both sides", async () => {
    const keys = await client<(Key & { target: string; targetColumns: string[] })[]>`
      select t.relname as table, c.conname as name, f.relname as target,
        array(select a.attname from unnest(c.conkey) with ordinality as k(number, place)
          join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number order by k.place) as columns,
        array(select a.attname from unnest(c.confkey) with ordinality as k(number, place)
          join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.number order by k.place) as "targetColumns"
      from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_class f on f.oid = c.confrelid
      where c.contype = 'f' and t.relnamespace = 'public'::regnamespace`;
    expect(keys.length).toBeGreaterThan(0);
    const wrong = keys.filter(({ table, columns, target, targetColumns }) => {
      if (withoutCommunity.has(table)) return false;
      const first = withoutCommunity.has(target) ? "id" : "community_id";
      return columns[0] !== "community_id" || targetColumns[0] !== first;
    });
    expect(wrong).toEqual([]);
  });

  it("DB-1 every table has a primary key", async () => {
    const bare = await client`
      select relname from pg_class t where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and not exists (select from pg_index x where x.indrelid = t.oid and x.indisprimary)`;
    expect([...bare]).toEqual([]);
  });

  it("DB-2 tables without community_id stand on the written list, and the list holds no others", async () => {
    const tables = await client<{ name: string }[]>`
      select relname as name from pg_class t where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and not exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'community_id')`;
    expect(tables.map(({ name }) => name).sort()).toEqual([...withoutCommunity].sort());
  });

  it("DB-2 community_id is a required uuid in every table that has it", async () => {
    const loose = await client`
      select table_name from information_schema.columns where table_schema = 'public'
      and column_name = 'community_id' and (is_nullable = 'YES' or data_type <> 'uuid')`;
    expect([...loose]).toEqual([]);
  });

  it("DB-7 uses no deferrable and no exclusion constraint", async () => {
    const found = await client`
      select conname from pg_constraint where connamespace = 'public'::regnamespace and (condeferrable or contype = 'x')`;
    expect([...found]).toEqual([]);
  });
});
