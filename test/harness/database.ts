import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { inject } from "vitest";
import { connect } from "~/platform/connection.server";
import { databaseFault } from "~/platform/database-error.server";
import { withDatabase } from "./server";

/** A database of its own for one test; `drop` also cuts connections that are still open. */
export type TestDatabase = { readonly url: string; readonly drop: () => Promise<void> };

/** A migrated database without rows, beside the one that `database()` uses in each test file. */
export function freshDatabase(): Promise<TestDatabase> {
  return create(`template ${inject("testServer").template} strategy file_copy`);
}

/** A database without tables. */
export function emptyDatabase(): Promise<TestDatabase> {
  return create("template template0 encoding 'UTF8' locale 'C.UTF-8' strategy file_copy");
}

async function create(how: string): Promise<TestDatabase> {
  const { url, clones } = inject("testServer");
  const name = `${clones}_${randomBytes(5).toString("hex")}`;
  await administer(`create database ${name} ${how}`);
  return {
    url: withDatabase(url, name),
    drop: () => administer(`drop database if exists ${name} with (force)`),
  };
}

async function administer(statement: string): Promise<void> {
  const admin = connect(inject("testServer").url, { statementTimeout: 0 });
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await admin.unsafe(statement);
        return;
      } catch (error) {
        // 55006: a background worker of the server looks at the template at this moment.
        if (databaseFault(error)?.code !== "55006" || attempt === 20) throw error;
        await sleep(100);
      }
    }
  } finally {
    await admin.end();
  }
}
