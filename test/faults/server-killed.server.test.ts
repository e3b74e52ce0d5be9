import { Agent } from "node:http";
import { sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { plantPetition } from "../factories/petitions";
import { plantCommunity } from "../factories/server";
import { plantAskedSigners, plantSignedInSigners } from "../factories/signers";
import { plantDistrict } from "../factories/voting";
import { withDatabase } from "../harness/server";
import { freePort, SERVER_SECRET, type ServerProcess, startServerProcess } from "../harness/server-process";
import { historyProblems, untilPublished } from "../harness/signing-history";
import { type Attempt, type PreparedSignature, sendAtRate, sendOne } from "../harness/signing-load";

const KILLS = 20;
const PER_SECOND = 200;
/** Acts of signing between two kills. */
const BURST = 16;
/** One interval of the count, the lease of a killed worker, and a busy machine. */
const INTERVAL = 8_000;

let community: Community;
let districtId: string;
let settings: Record<string, string>;
const servers: ServerProcess[] = [];

beforeAll(async () => {
  community = await plantCommunity("killed");
  districtId = await plantDistrict(community);
  const [row] = await database().execute<{ name: string }>(sql`select current_database() as name`);
  settings = { DATABASE_URL: withDatabase(inject("testServer").url, row?.name ?? "") };
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.end("SIGKILL");
});

async function start(): Promise<ServerProcess> {
  const server = startServerProcess(await freePort(), settings);
  servers.push(server);
  return server;
}

async function plantCrowd(many: number) {
  const petition = await plantPetition(community);
  const given = { community, petition, districtId, secret: SERVER_SECRET };
  const crowd = [
    ...(await plantSignedInSigners(given, many / 2)),
    ...(await plantAskedSigners(given, many / 2)),
  ];
  return { petition, crowd: crowd.sort((one, two) => (one.signerKey < two.signerKey ? -1 : 1)) };
}

/** Ends the server without a warning when half of the crowd has its answer. */
async function killAmid(server: ServerProcess, crowd: readonly PreparedSignature[]): Promise<Attempt[]> {
  let answered = 0;
  let killed: Promise<void> | undefined;
  const attempts = await sendAtRate(server.origin, crowd, PER_SECOND, () => {
    answered += 1;
    if (answered === crowd.length / 2) killed = server.end("SIGKILL");
  });
  await killed;
  return attempts;
}

/** Whoever got no answer presses the button again. */
async function retry(
  server: ServerProcess,
  crowd: readonly PreparedSignature[],
  attempts: readonly Attempt[],
) {
  const answered = new Set(
    attempts.filter(({ outcome }) => outcome === "ok").map(({ signerKey }) => signerKey),
  );
  const rest = crowd.filter(({ signerKey }) => !answered.has(signerKey));
  return await sendAtRate(server.origin, rest, PER_SECOND);
}

describe("a burst of signatures", () => {
  it("F-2 loses and doubles nothing when its server is killed twenty times, and the count is right at once", async () => {
    const { petition, crowd } = await plantCrowd(KILLS * BURST);
    const attempts: Attempt[] = [];
    let next = await start();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const server = next;
      await server.ready();
      if (kill + 1 < KILLS) next = await start();
      attempts.push(...(await killAmid(server, crowd.slice(kill * BURST, (kill + 1) * BURST))));
    }
    expect(attempts.some(({ outcome }) => outcome === "ok")).toBe(true);
    expect(attempts.some(({ outcome }) => outcome === "unknown")).toBe(true);
    const last = await start();
    await last.ready();
    await untilPublished(community, petition.id, INTERVAL);
    expect(await historyProblems(community, petition.id, attempts)).toEqual([]);
    const again = await retry(last, crowd, attempts);
    expect(again.filter(({ outcome }) => outcome !== "ok")).toEqual([]);
    await untilPublished(community, petition.id, INTERVAL);
    expect(await historyProblems(community, petition.id, [...attempts, ...again])).toEqual([]);
  }, 180_000);

  it("F-4 a lost answer and another press make one signature and the same page", async () => {
    const { petition, crowd } = await plantCrowd(20);
    const server = await start();
    await server.ready();
    const [fresh, ...others] = crowd;
    const agent = new Agent({ keepAlive: true });
    const attempts = fresh ? [await sendOne(agent, server.origin, fresh)] : [];
    for (const one of others) {
      const impatient = new Agent();
      const lost = sendOne(impatient, server.origin, one);
      await untilStored(petition.id, one.signerKey);
      impatient.destroy();
      attempts.push({ ...(await lost), outcome: "unknown" }, await sendOne(agent, server.origin, one));
    }
    agent.destroy();
    const retried = attempts.filter(({ outcome }) => outcome !== "unknown");
    expect(retried.map(({ status, outcome }) => `${status} ${outcome}`)).toEqual(crowd.map(() => "303 ok"));
    await untilPublished(community, petition.id, INTERVAL);
    expect(await historyProblems(community, petition.id, attempts)).toEqual([]);
  }, 30_000);
});

/** The commit is done, whatever becomes of the answer. */
async function untilStored(petitionId: string, signerKey: string): Promise<void> {
  for (;;) {
    const [row] = await database().execute(sql`
      select 1 from signature s where s.community_id = ${community.id}::uuid
        and s.petition_id = ${petitionId}::uuid and s.signer_key = ${signerKey}::uuid`);
    if (row) return;
  }
}
