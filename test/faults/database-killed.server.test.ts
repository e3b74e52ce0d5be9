import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { closeDatabase, openDatabase } from "~/platform/database.server";
import { type EmbeddedDatabase, startEmbedded } from "~/platform/embedded/start.server";
import { migrate } from "~/platform/migrate.server";
import { plantPetition } from "../factories/petitions";
import { plantCommunity } from "../factories/server";
import { plantAskedSigners, plantSignedInSigners } from "../factories/signers";
import { plantDistrict } from "../factories/voting";
import { freePort, SERVER_SECRET, type ServerProcess, startServerProcess } from "../harness/server-process";
import { historyProblems, untilPublished } from "../harness/signing-history";
import { sendAtRate } from "../harness/signing-load";

const PER_SECOND = 100;
const SECONDS = 4;
/** Promise F-1: milliseconds until signatures are accepted again. */
const RECOVERY = 10_000;

let folder: string;
let embedded: EmbeddedDatabase;
let server: ServerProcess;
let community: Community;
let districtId: string;

// A database of its own, forced to disk as in production: the server that other test files use must not be killed.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "openward-faults-"));
  embedded = await startEmbedded(folder);
  await migrate(embedded.url);
  await closeDatabase();
  openDatabase(embedded.url, { max: 5 });
  community = await plantCommunity("database-killed");
  districtId = await plantDistrict(community);
  server = startServerProcess(await freePort(), { OPENWARD_DATA: folder });
  await server.ready();
});
afterAll(async () => {
  await server.end("SIGTERM");
  await embedded.stop();
  rmSync(folder, { recursive: true, force: true });
});

function killDatabase(signal: "INT" | "KILL"): void {
  const [pid = ""] = readFileSync(join(folder, "pgdata-18", "postmaster.pid"), "utf8").split("\n");
  execFileSync("kill", [`-${signal}`, pid]);
}

it.each([
  ["restarted", "INT"],
  ["killed", "KILL"],
] as const)(
  "F-1 F-3 F-15 the database %s amid a hundred signatures a second: none lost, none doubled, the count exact",
  async (_, signal) => {
    const petition = await plantPetition(community);
    const given = { community, petition, districtId, secret: SERVER_SECRET };
    const half = (PER_SECOND * SECONDS) / 2;
    const crowd = [...(await plantSignedInSigners(given, half)), ...(await plantAskedSigners(given, half))];
    crowd.sort((one, two) => (one.signerKey < two.signerKey ? -1 : 1));
    let killedAt = 0;
    const attempts = await sendAtRate(server.origin, crowd, PER_SECOND, ({ outcome }) => {
      if (killedAt > 0 || outcome !== "ok") return;
      killedAt = Date.now();
      killDatabase(signal);
    });
    expect(new Set([...attempts.map(({ status }) => status), 303, 503])).toEqual(new Set([303, 503]));
    const rest = new Set(
      attempts.filter(({ outcome }) => outcome !== "ok").map(({ signerKey }) => signerKey),
    );
    const retried = await sendAtRate(
      server.origin,
      crowd.filter(({ signerKey }) => rest.has(signerKey)),
      PER_SECOND,
    );
    expect(retried.filter(({ outcome }) => outcome !== "ok")).toEqual([]);
    const after = [...attempts, ...retried].filter(
      ({ outcome, planned }) => outcome === "ok" && planned > killedAt,
    );
    expect(Math.min(...after.map(({ answered }) => answered)) - killedAt).toBeLessThan(RECOVERY);
    await untilPublished(community, petition.id, RECOVERY);
    expect(await historyProblems(community, petition.id, [...attempts, ...retried])).toEqual([]);
  },
  60_000,
);
