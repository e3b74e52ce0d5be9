import { connect } from "../app/platform/connection.server";
import { startEmbedded } from "../app/platform/embedded/start.server";
import { readEnvironment } from "../app/platform/env.server";
import { migrate } from "../app/platform/migrate.server";

/** Deletes everything in the database and lays out empty tables: `npm run db:reset -- --yes`. */
async function reset(isCertain: boolean): Promise<string> {
  const { databaseUrl, dataFolder } = readEnvironment();
  const place = databaseUrl
    ? `the database of ${new URL(databaseUrl).host}`
    : `the database in ${dataFolder}`;
  if (!isCertain)
    throw new Error(`This deletes everything in ${place}. To do it, run: npm run db:reset -- --yes`);
  const embedded = databaseUrl ? undefined : await startEmbedded(dataFolder);
  const url = databaseUrl ?? embedded?.url ?? "";
  try {
    await dropTables(url);
    const applied = await migrate(url);
    return `Everything in ${place} was deleted; ${applied.length} migrations were applied anew.`;
  } finally {
    await embedded?.stop();
  }
}

async function dropTables(url: string): Promise<void> {
  const client = connect(url, { statementTimeout: 30_000, applicationName: "openward reset" });
  try {
    await client.begin(async (tx) => {
      await tx`drop schema if exists public, drizzle cascade`;
      await tx`create schema public`;
    });
  } finally {
    await client.end();
  }
}

try {
  process.stdout.write(`${await reset(process.argv.includes("--yes"))}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
