import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";

/** Fails when db/schema says something that no migration does yet. */
const here = import.meta.dirname;
const schema: Record<string, unknown> = {};
for (const file of readdirSync(join(here, "schema"))) {
  Object.assign(schema, await import(join(here, "schema", file)));
}
const snapshots = readdirSync(join(here, "migrations", "meta")).filter((name) =>
  name.endsWith("_snapshot.json"),
);
const newest = snapshots.sort().at(-1);
if (!newest) throw new Error("There is no migration yet.");
const before = JSON.parse(readFileSync(join(here, "migrations", "meta", newest), "utf8"));
const statements = await generateMigration(before, generateDrizzleJson(schema, before.id));
if (statements.length > 0) {
  console.error(
    "The schema has changed without a migration. Run: npm run db:generate -- --name <what_changed>\n",
  );
  console.error(statements.join("\n"));
  process.exitCode = 1;
}
