import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type MigrationMeta, readMigrationFiles } from "drizzle-orm/migrator";
import type postgres from "postgres";
import { connect } from "./connection.server";

/** The database cannot be brought to this version. The message is a sentence for the person at the terminal. */
export class MigrationError extends Error {
  override name = "MigrationError";
}

type Migration = MigrationMeta & { readonly name: string };

/** One number for all installations: any two programs that migrate the same database must agree on it. */
const lockKey = 7_305_812_026;
const oldestServer = 15;

/**
 * Brings the database to this version, all or nothing. Processes that start together wait for the first.
 * The lock belongs to the transaction, so it also holds behind a connection pooler and ends with a crash.
 * @param upTo stops after the migrations with these hashes, which must be the first ones
 * @returns the names of the migrations it applied
 * @throws {MigrationError} when the database holds migrations that this version does not know, or knows otherwise
 */
export async function migrate(
  url: string,
  folder = join(process.cwd(), "db", "migrations"),
  upTo?: readonly string[],
): Promise<string[]> {
  const all = readMigrations(folder);
  const known = upTo ? all.slice(0, all.length - missingMigrations(all, upTo).length) : all;
  const client = connect(url, { statementTimeout: 0, applicationName: "openward migrate" });
  try {
    await requireServer(client);
    return await client.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${lockKey}::bigint)`;
      await tx`set local lock_timeout = '30s'`;
      await createList(tx);
      const missing = missingMigrations(known, await appliedMigrations(tx));
      for (const migration of missing) await apply(tx, migration);
      return missing.map(({ name }) => name);
    });
  } finally {
    await client.end({ timeout: 5 });
  }
}

function readMigrations(folder: string): Migration[] {
  const journal = join(folder, "meta", "_journal.json");
  if (!existsSync(journal)) {
    throw new MigrationError(
      `There are no migrations in ${folder}: start the program from the folder it is installed in.`,
    );
  }
  const { entries } = JSON.parse(readFileSync(journal, "utf8")) as { entries: { tag: string }[] };
  const files = readMigrationFiles({ migrationsFolder: folder });
  return files.map((file, index) => ({ ...file, name: entries[index]?.tag ?? String(index) }));
}

async function requireServer(client: postgres.Sql): Promise<void> {
  const [server] = await client<{ version: string; encoding: string }[]>`
    select current_setting('server_version') as version, current_setting('server_encoding') as encoding`;
  if (Number.parseInt(server?.version ?? "", 10) < oldestServer) {
    throw new MigrationError(
      `The server runs PostgreSQL ${server?.version}; DATABASE_URL must name version ${oldestServer} or newer.`,
    );
  }
  if (server?.encoding !== "UTF8") {
    throw new MigrationError(
      `The database is encoded in ${server?.encoding}; DATABASE_URL must name one in UTF8.`,
    );
  }
}

/** The table is drizzle-kit's own, so its tools see the same state. */
async function createList(tx: postgres.TransactionSql): Promise<void> {
  await tx`create schema if not exists drizzle`;
  await tx`create table if not exists drizzle.__drizzle_migrations (
    id serial primary key, hash text not null, created_at bigint)`;
}

/** Hashes of the migrations of a database that has been migrated, in their order. */
export async function appliedMigrations(sql: postgres.ISql): Promise<string[]> {
  const rows = await sql<{ hash: string }[]>`select hash from drizzle.__drizzle_migrations order by id`;
  return rows.map(({ hash }) => hash);
}

function missingMigrations(known: readonly Migration[], applied: readonly string[]): readonly Migration[] {
  applied.forEach((hash, index) => {
    const migration = known[index];
    if (!migration) {
      throw new MigrationError(
        `The database has ${applied.length} migrations and this program knows ${known.length}: a newer version has used it, start that one.`,
      );
    }
    if (migration.hash !== hash) {
      throw new MigrationError(
        `Migration ${migration.name} is not the one the database has in its place: the file was changed or the order differs.`,
      );
    }
  });
  return known.slice(applied.length);
}

async function apply(
  tx: postgres.TransactionSql,
  { name, sql, hash, folderMillis }: Migration,
): Promise<void> {
  for (const statement of sql.filter((text) => text.trim())) {
    try {
      await tx.unsafe(statement);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new MigrationError(`Migration ${name} failed and nothing was changed: ${reason}.`, {
        cause: error,
      });
    }
  }
  await tx`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`;
}
