import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "~/platform/connection.server";
import { closeDatabase, openDatabase } from "~/platform/database.server";
import { startEmbedded } from "~/platform/embedded/start.server";
import { migrate } from "~/platform/migrate.server";

/** An empty, migrated database that `database()` uses meanwhile, and how a server process finds it. */
export type BenchDatabase = { readonly name: string; readonly settings: Record<string, string> };

/** Measures on the server whose administrative database `BENCH_DATABASE_URL` names, without it on the embedded one. */
export async function onBenchDatabase(measure: (database: BenchDatabase) => Promise<void>): Promise<void> {
  const server = process.env["BENCH_DATABASE_URL"];
  await (server ? onServer(server, measure) : onEmbedded(measure));
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
