import { sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { addSignatures } from "~/domain/petitions/add-signatures.server";
import { database, transaction } from "~/platform/database.server";
import { countAll, givenSignature, type PlantedPetition, plantPetition } from "../factories/petitions";
import { plantSignedInSigners } from "../factories/signers";
import { SERVER_SECRET, type ServerProcess } from "../harness/server-process";
import { sendAtRate } from "../harness/signing-load";

type Ground = { community: Community; districtId: string; start(): Promise<ServerProcess> };
type Grown = { size: number; petition: PlantedPetition; open: number; sign: number };

const TRIES = 60;
/** Signatures that one step of the count finds. */
const STEP = 100;

/** How long it takes to open, sign and count a petition that has so many signatures already. */
export async function benchGrowth({ community, districtId, start }: Ground, sizes: readonly number[]) {
  const petitions: { size: number; petition: PlantedPetition }[] = [];
  for (const size of sizes) {
    const petition = await plantPetition(community);
    await fill(community, petition.id, districtId, size);
    petitions.push({ size, petition });
  }
  await database().execute(sql`analyze`);
  await countAll(community);
  const server = await start();
  const grown: Grown[] = [];
  try {
    await server.ready();
    for (const each of petitions)
      grown.push({ ...each, ...(await visit(community, districtId, server, each.petition)) });
  } finally {
    await server.end("SIGTERM");
  }
  console.log(`signatures | open page, ms | sign, ms | count ${STEP} new ones, ms`);
  for (const { size, petition, open, sign } of grown) {
    const count = await timeCount(community, petition);
    console.log(`${size} | ${open.toFixed(1)} | ${sign.toFixed(1)} | ${count.toFixed(1)}`);
  }
}

/** Straight into the table, without the checks of foreign keys: the rows are known to be right. */
async function fill(
  community: Community,
  petitionId: string,
  districtId: string,
  size: number,
): Promise<void> {
  await transaction(
    async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      await tx.execute(sql`
        insert into signature (community_id, petition_id, signer_key, channel, name, show_name, district_id, basis,
          address_hash, network_hash, signed_at)
        select ${community.id}::uuid, ${petitionId}::uuid, gen_random_uuid(), 'mail', 'Марко Зразок', true,
          ${districtId}::uuid, 'registered', md5(n::text), md5((n / 50)::text),
          clock_timestamp() - make_interval(secs => n % 2000000)
        from generate_series(1, ${size}) n`);
    },
    { statementTimeout: 0 },
  );
}

async function visit(
  community: Community,
  districtId: string,
  server: ServerProcess,
  petition: PlantedPetition,
): Promise<{ open: number; sign: number }> {
  const page = `${server.origin}/uk/petitions/${petition.number}`;
  const open: number[] = [];
  for (let each = 0; each < TRIES; each += 1) {
    const begun = performance.now();
    const answer = await fetch(page, { headers: { Cookie: "__Host-session=x" } });
    await answer.text();
    if (!answer.ok) throw new Error(`${page}: ${answer.status}`);
    open.push(performance.now() - begun);
  }
  const given = { community, petition, districtId, secret: SERVER_SECRET };
  const attempts = await sendAtRate(server.origin, await plantSignedInSigners(given, TRIES), 20);
  if (attempts.some(({ outcome }) => outcome !== "ok")) throw new Error("A signature was not accepted.");
  return { open: median(open), sign: median(attempts.map(({ planned, answered }) => answered - planned)) };
}

async function timeCount(community: Community, petition: PlantedPetition): Promise<number> {
  await countAll(community);
  const times: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    const signers = Array.from({ length: STEP }, (_, place) =>
      givenSignature(community, petition.id, `growth-${petition.number}-${round}-${place}@example.org`),
    );
    await addSignatures(community, signers);
    const begun = performance.now();
    await countAll(community);
    times.push(performance.now() - begun);
  }
  return median(times);
}

function median(values: number[]): number {
  return values.sort((one, two) => one - two)[Math.floor(values.length / 2)] ?? 0;
}
