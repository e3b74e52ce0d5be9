import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { petition, petitionEvent, petitionFollower } from "~db/schema/petitions";
import { pendingSignature, signature, signatureAnnulment } from "~db/schema/signatures";
import { lettersOf } from "../../../test/factories/identity";
import {
  countAll,
  givenSignature,
  plantPetition,
  plantSignatures,
  publishedCount,
} from "../../../test/factories/petitions";
import { plantCommunity } from "../../../test/factories/server";
import { lapsePetitions } from "./lapse-petitions.server";
import { findPetition, listPetitionEvents } from "./petition-queries.server";
import { recountSignatures } from "./recount-signatures.server";
import { removeUnconfirmed } from "./remove-unconfirmed.server";
import { listPetitionsToWipe } from "./retention-queries.server";
import { wipePetition } from "./wipe-petition.server";

let community: Community;
beforeAll(async () => {
  community = await plantCommunity("wiping");
});

const past = sql`clock_timestamp() - interval '1 minute'`;
const ofPetition = (petitionId: string) =>
  and(eq(signature.communityId, community.id), eq(signature.petitionId, petitionId));

async function plantPending(petitionId: string, expiresAt = past, tokenHash = newId()): Promise<void> {
  const { signerKey } = givenSignature(community, petitionId, `${tokenHash}@example.org`);
  await database().insert(pendingSignature).values({
    communityId: community.id,
    tokenHash,
    petitionId,
    signerKey,
    name: "Олена Зразок",
    email: "olena@example.org",
    showName: true,
    wantsNews: false,
    basis: "registered",
    language: "uk",
    addressHash: "a",
    networkHash: "n",
    expiresAt,
  });
}

async function plantFollower(petitionId: string): Promise<void> {
  await database().insert(petitionFollower).values({
    communityId: community.id,
    id: newId(),
    petitionId,
    canonicalEmail: "olena@example.org",
    email: "olena@example.org",
    language: "uk",
    leaveHash: newId(),
  });
}

async function rowsOf(petitionId: string) {
  return await database()
    .select({
      key: signature.signerKey,
      name: signature.name,
      address: signature.addressHash,
      network: signature.networkHash,
    })
    .from(signature)
    .where(ofPetition(petitionId));
}

describe("wipePetition", () => {
  it("S-60 takes names, contacts and keys, and leaves every count as it is", async () => {
    const { id } = await plantPetition(community, { wipeAt: new Date(0) });
    await plantSignatures(community, id, 25);
    await database().update(petition).set({ state: "closed" }).where(isPetition(id));
    const before = await rowsOf(id);
    await database()
      .insert(signatureAnnulment)
      .values({
        communityId: community.id,
        petitionId: id,
        signerKey: before[0]?.key ?? "",
        number: 1,
        cause: "irregular",
      });
    await plantPending(id);
    await plantFollower(id);
    await countAll(community);
    const counted = await publishedCount(community, id);

    expect(await listPetitionsToWipe(community)).toEqual([id]);
    await Promise.all([wipePetition(community, id), wipePetition(community, id)]);
    await wipePetition(community, id);

    const after = await rowsOf(id);
    expect(after).toHaveLength(25);
    expect(after.every(({ name, address, network }) => name + address + network === "")).toBe(true);
    const keys = new Set(before.map(({ key }) => key));
    expect(after.filter(({ key }) => keys.has(key))).toEqual([]);
    expect(await database().$count(pendingSignature, eq(pendingSignature.communityId, community.id))).toBe(0);
    expect(await database().$count(petitionFollower, eq(petitionFollower.communityId, community.id))).toBe(0);
    expect(await contactOf(id)).toBe("");
    expect((await listPetitionEvents(community, id)).map(({ step }) => step)).toEqual(["file", "wipe"]);
    await countAll(community);
    expect(await recountSignatures(community)).toBe(0);
    expect(await publishedCount(community, id)).toEqual(counted);
    expect(await listPetitionsToWipe(community)).toEqual([]);
  });

  it("leaves a petition alone until its day", async () => {
    const { id } = await plantPetition(community, { wipeAt: new Date(Date.now() + 86_400_000) });
    await plantSignatures(community, id, 1);
    await wipePetition(community, id);
    expect((await rowsOf(id))[0]?.name).not.toBe("");
    expect((await findPetition(community, { id }))?.wipedAt).toBeNull();
  });
});

it("S-60 requests to sign that nobody confirmed are forgotten a month after their end", async () => {
  const { id } = await plantPetition(community);
  await plantPending(id, sql`clock_timestamp() - interval '31 days'`, "old");
  await plantPending(id, past, "new");
  await removeUnconfirmed(community);
  const left = await database()
    .select({ token: pendingSignature.tokenHash })
    .from(pendingSignature)
    .where(eq(pendingSignature.communityId, community.id));
  expect(left).toEqual([{ token: "new" }]);
});

describe("lapsePetitions", () => {
  it("ends, with a word and a day to be forgotten, what found too few first signatories in time", async () => {
    const late = await plantPetition(community, { state: "gathering" });
    const waiting = await plantPetition(community, { state: "gathering" });
    const moved = await plantPetition(community, { state: "moderation" });
    for (const { id } of [late, moved]) await setDue(id, past);
    await setDue(waiting.id, sql`clock_timestamp() + interval '1 hour'`);
    await Promise.all([lapsePetitions(community), lapsePetitions(community)]);
    const state = async ({ id }: { id: string }) => (await findPetition(community, { id }))?.state;
    expect([await state(late), await state(waiting), await state(moved)]).toEqual([
      "withdrawn",
      "gathering",
      "moderation",
    ]);
    const events = await listPetitionEvents(community, late.id);
    expect(events).toHaveLength(2);
    expect(events[1]).toMatchObject({ step: "withdraw", note: expect.stringMatching(/перших підписантів/) });
    const told = (await lettersOf(community)).filter(({ subject }) => subject.startsWith("Строк минув"));
    expect(told).toMatchObject([{ recipient: "oksana@example.org", language: "uk" }]);
  });

  async function setDue(petitionId: string, dueAt: typeof past): Promise<void> {
    await database()
      .update(petitionEvent)
      .set({ dueAt })
      .where(and(eq(petitionEvent.communityId, community.id), eq(petitionEvent.petitionId, petitionId)));
  }
});

function isPetition(id: string) {
  return and(eq(petition.communityId, community.id), eq(petition.id, id));
}

async function contactOf(id: string): Promise<string | undefined> {
  const [row] = await database().select({ email: petition.authorEmail }).from(petition).where(isPetition(id));
  return row?.email;
}
