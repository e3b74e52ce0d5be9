import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listCommunities, listDistricts } from "~/domain/communities/community-queries.server";
import { DEMO_PASSWORD, demoAccounts } from "~/domain/communities/demo-accounts";
import { findPlaces } from "~/domain/communities/place-queries.server";
import { verifyPassword } from "~/domain/identity/password-hash.server";
import { listRounds } from "~/domain/prioritisation/round-queries.server";
import { closeDatabase, database, openDatabase } from "~/platform/database.server";
import { freshDatabase, type TestDatabase } from "../../test/harness/database";
import { person } from "../schema/identity";
import { seedDemo } from "./demo.server";

/** A database without the guard over statements: forgetting a demonstration reads the catalogue. */
let own: TestDatabase;

beforeAll(async () => {
  await closeDatabase();
  own = await freshDatabase();
  openDatabase(own.url);
});
afterAll(async () => {
  await closeDatabase();
  await own.drop();
});

const people = () => database().$count(person);

async function fillAndKill(afterMs: number): Promise<void> {
  const script = fileURLToPath(new URL("../../test/harness/seed-process.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, own.url], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  await sleep(afterMs);
  child.kill("SIGKILL");
  await once(child, "close");
}

describe("the demonstration", () => {
  it("EM-2 is complete after a start that follows starts killed on the way", async () => {
    for (const afterMs of [100, 600, 1_500]) await fillAndKill(afterMs);
    await seedDemo();
    const communities = await listCommunities();
    expect(communities.map(({ slug, demo }) => [slug, demo])).toEqual([
      ["vilshana", true],
      ["berezovka", true],
    ]);
    const rounds = await Promise.all(communities.map(async (each) => (await listRounds(each)).length));
    expect(rounds[0]).toBeGreaterThanOrEqual(3);
  }, 120_000);

  it("has districts, streets with former names and people to sign in as", async () => {
    const [vilshana] = await listCommunities();
    if (!vilshana) throw new Error("there is no community");
    expect(await listDistricts(vilshana)).toHaveLength(7);
    expect(await findPlaces(vilshana, "вул. Леніна")).toMatchObject([{ currentName: "вул. Соборна" }]);
    for (const { email } of demoAccounts.vilshana ?? []) {
      const [found] = await database()
        .select({ hash: person.passwordHash })
        .from(person)
        .where(eq(person.email, email));
      expect(await verifyPassword(found?.hash ?? null, DEMO_PASSWORD)).toMatchObject({ value: true });
    }
  });

  it("is filled once, however many processes start together", async () => {
    const before = await people();
    await Promise.all([seedDemo(), seedDemo(), seedDemo()]);
    expect(await people()).toBe(before);
  });

  it("leaves an install alone whose first community is a real one", async () => {
    await database().execute(sql`update community set demo_since = null where slug = 'vilshana'`);
    const before = await people();
    await seedDemo();
    expect(await people()).toBe(before);
  });
});
