import { sql } from "drizzle-orm";
import { listCommunities } from "~/domain/communities/community-queries.server";
import { transaction } from "~/platform/database.server";

/** Removes demonstration communities with everything in them: what a killed first start left behind. */
export async function forgetDemo(): Promise<void> {
  for (const community of await listCommunities()) {
    if (!community.demo) continue;
    await transaction(async (tx) => {
      for (const table of await tablesInOrder(tx)) {
        await tx.execute(sql`delete from ${sql.identifier(table)} where community_id = ${community.id}`);
      }
      await tx.execute(sql`delete from community where id = ${community.id} and demo_since is not null`);
    });
  }
}

type Reader = Parameters<Parameters<typeof transaction>[0]>[0];

/** Tables of communities, each before those that its foreign keys point to. */
async function tablesInOrder(tx: Reader): Promise<string[]> {
  const tables = await tx.execute<{ name: string }>(sql`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'community_id'`);
  const links = await tx.execute<{ from: string; to: string }>(sql`
    select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid`);
  const order: string[] = [];
  const waiting = new Set(tables.map(({ name }) => name));
  while (waiting.size > 0) {
    const free = [...waiting].filter(
      (name) => !links.some(({ from, to }) => to === name && waiting.has(from)),
    );
    if (free.length === 0) throw new Error("The foreign keys of the tables form a circle.");
    for (const name of free) waiting.delete(name);
    order.push(...free);
  }
  return order;
}
