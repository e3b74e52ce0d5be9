import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "~/platform/connection.server";
import { closeDatabase, openDatabase } from "~/platform/database.server";
import { startEmbedded } from "~/platform/embedded/start.server";
import { migrate } from "~/platform/migrate.server";

/** An empty, migrated database that `database()` uses meanwhile, and how a server process finds it. */
export type BenchDatabase = { readonly name: string; readonly settings: Record<string, string> };

/** Measures on the embedded database, then on the server whose administrative database `BENCH_DATABASE_URL` names. */
export async function onEachDatabase(measure: (database: BenchDatabase) => Promise<void>): Promise<void> {
  await onEmbedded(measure);
  const server = process.env["BENCH_DATABASE_URL"];
  if (server) await onServer(server, measure);
  else console.log("database server: not measured, BENCH_DATABASE_URL is not set");
}

async function onEmbedded(measure: (database: BenchDatabase) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "openward-bench-"));
  const embedded = await startEmbedded(folder);
  try {
    await opened(embedded.url, () =>
      measure({ name: "embedded database", settings: { OPENWARD_DATA: folder } }),
    );
  } finally {
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onServer(url: string, measure: (database: BenchDatabase) => Promise<void>): Promise<void> {
  const name = `openward_bench_${process.pid}`;
  const admin = connect(url, { statementTimeout: 0 });
  const address = new URL(url);
  address.pathname = `/${name}`;
  const folder = mkdtempSync(join(tmpdir(), "openward-bench-"));
  const settings = { DATABASE_URL: address.href, OPENWARD_DATA: folder };
  try {
    await admin.unsafe(`create database ${name}`);
    await opened(address.href, () => measure({ name: "database server", settings }));
  } finally {
    await admin.unsafe(`drop database if exists ${name} with (force)`);
    await admin.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function opened(url: string, work: () => Promise<void>): Promise<void> {
  await migrate(url);
  openDatabase(url, { applicationName: "openward bench", max: 16 });
  try {
    await work();
  } finally {
    await closeDatabase();
  }
}
