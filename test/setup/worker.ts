import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { closeDatabase, openDatabase } from "~/platform/database.server";
import { freshDatabase, type TestDatabase } from "../harness/database";
import { readTenantTables, tenancyGuard } from "../harness/tenancy";

// Otherwise the installation would make one, in a file of its data folder.
process.env.OPENWARD_SECRET ??= "a secret of at least 32 characters";

let own: TestDatabase;

beforeAll(async () => {
  own = await freshDatabase();
  tenancyGuard.watch(await readTenantTables(own.url));
  openDatabase(own.url, { applicationName: "openward test", onQuery: tenancyGuard.check });
});

// The guard already throws at the statement; this catches code that swallows the error.
afterEach(() => {
  expect(tenancyGuard.takeComplaints()).toEqual([]);
});

afterAll(async () => {
  await closeDatabase();
  await own.drop();
});
