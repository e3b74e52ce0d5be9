import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { connect } from "../../app/platform/connection.server";
import { databaseFault } from "../../app/platform/database-error.server";
import { isAlive } from "../../app/platform/embedded/process.server";
import { startEmbedded } from "../../app/platform/embedded/start.server";
import { migrate } from "../../app/platform/migrate.server";
import { type TestServer, withDatabase } from "../harness/server";

const keepTemplatesFor = 24 * 60 * 60 * 1000;

/**
 * Once a run: finds the server (`TEST_DATABASE_URL`, else an embedded one without fsync) and a migrated
 * template that every test file clones. The template is named after the migrations, so it is made only when they change.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = project.config.root;
  const given = process.env.TEST_DATABASE_URL;
  const embedded = given
    ? undefined
    : await startEmbedded(join(root, "node_modules/.cache/test-database"), { durable: false });
  const url = given ?? withDatabase(embedded?.url ?? "", "postgres");
  const machine = createHash("sha256").update(hostname()).digest("hex").slice(0, 6);
  await clearLeftovers(url, machine);
  const template = await makeTemplate(url, join(root, "db/migrations"));
  const server: TestServer = { url, template, clones: `ow_clone_${machine}_${process.pid}` };
  project.provide("testServer", server);
  return async () => {
    await clearLeftovers(url, machine, process.pid);
    await embedded?.stop();
  };
}

/** Renamed only when complete: of two runs that start together one throws its copy away. */
async function makeTemplate(url: string, migrations: string): Promise<string> {
  const hash = createHash("sha256").update(fingerprint(migrations)).digest("hex").slice(0, 12);
  const template = `ow_template_${hash}`;
  const draft = `${template}_${process.pid}`;
  const admin = connect(url, { statementTimeout: 0 });
  try {
    const [found] = await admin`select 1 from pg_database where datname = ${template}`;
    if (!found) {
      await admin.unsafe(`create database ${draft} template template0 encoding 'UTF8' locale 'C.UTF-8'`);
      await migrate(withDatabase(url, draft), migrations);
      await admin.unsafe(`alter database ${draft} rename to ${template}`);
    }
    await admin.unsafe(`comment on database ${template} is '${new Date().toISOString()}'`);
  } catch (error) {
    // 42P04: the other run was first.
    if (databaseFault(error)?.code !== "42P04") throw error;
  } finally {
    await admin.unsafe(`drop database if exists ${draft}`);
    await admin.end();
  }
  return template;
}

function fingerprint(migrations: string): string {
  const journal = readFileSync(join(migrations, "meta/_journal.json"), "utf8");
  const { entries } = JSON.parse(journal) as { entries: { tag: string }[] };
  return entries.map(({ tag }) => tag + readFileSync(join(migrations, `${tag}.sql`), "utf8")).join("\n");
}

/** Drops what killed runs of this machine left behind, and templates nobody has used for a day. */
async function clearLeftovers(url: string, machine: string, ended?: number): Promise<void> {
  const admin = connect(url, { statementTimeout: 0 });
  try {
    const found = await admin<{ name: string; used: string | null }[]>`
      select datname as name, shobj_description(oid, 'pg_database') as used from pg_database where datname like 'ow\\_%'`;
    for (const { name, used } of found) {
      const pid = Number(new RegExp(`^ow_(?:clone_${machine}|template_[0-9a-f]{12})_(\\d+)`).exec(name)?.[1]);
      const isStale = used !== null && Date.now() - Date.parse(used) > keepTemplatesFor;
      if (isStale || (pid > 0 && (pid === ended || (pid !== process.pid && !isAlive(pid))))) {
        await admin.unsafe(`drop database if exists ${name} with (force)`);
      }
    }
  } finally {
    await admin.end();
  }
}
