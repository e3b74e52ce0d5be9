import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { outbox } from "~db/schema/notifications";
import { letterStates } from "../factories/notifications";
import { plantPetition } from "../factories/petitions";
import { plantCommunity } from "../factories/server";
import { plantAskedSigners, plantSignedInSigners } from "../factories/signers";
import { plantDistrict } from "../factories/voting";
import { Visitor } from "../harness/application";
import { withDatabase } from "../harness/server";
import { freePort, SERVER_SECRET, type ServerProcess, startServerProcess } from "../harness/server-process";
import { historyProblems, untilPublished } from "../harness/signing-history";
import { sendAtRate } from "../harness/signing-load";

let server: ServerProcess;
let community: Community;

beforeAll(async () => {
  community = await plantCommunity("mail-down");
  const [row] = await database().execute<{ name: string }>(sql`select current_database() as name`);
  server = startServerProcess(await freePort(), {
    DATABASE_URL: withDatabase(inject("testServer").url, row?.name ?? ""),
    SMTP_URL: `smtp://127.0.0.1:${await freePort()}`,
  });
  await server.ready();
});
afterAll(async () => {
  await server.end("SIGKILL");
});

it("F-14 while no mail server answers, signing and asking to sign go on, and the letters wait", async () => {
  const petition = await plantPetition(community);
  const districtId = await plantDistrict(community);
  const visitor = new Visitor(server.origin);
  const page = `/uk/petitions/${petition.number}/sign`;
  const person = {
    name: "Ірина Зразок",
    email: "iryna@example.org",
    district: districtId,
    basis: "registered",
  };
  const asked = await visitor.post(page, { ...person, ofAge: "yes" });
  expect([asked.status, asked.headers.get("Location")]).toEqual([303, `${page}/sent`]);

  const given = { community, petition, districtId, secret: SERVER_SECRET };
  const crowd = [...(await plantSignedInSigners(given, 20)), ...(await plantAskedSigners(given, 20))];
  const attempts = await sendAtRate(server.origin, crowd, 50);
  expect(attempts.map(({ status }) => status)).toEqual(crowd.map(() => 303));
  await untilPublished(community, petition.id, 10_000);
  expect(await historyProblems(community, petition.id, attempts)).toEqual([]);

  for (;;) {
    const letters = await letterStates(community);
    expect(letters.map(({ recipient, sent, failed }) => [recipient, sent, failed])).toEqual([
      ["iryna@example.org", false, false],
    ]);
    if (letters[0]?.lastError) break;
  }
  expect(await database().$count(outbox, eq(outbox.communityId, community.id))).toBe(1);
});
