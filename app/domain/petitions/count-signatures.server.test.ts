import { and, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { database, transaction } from "~/platform/database.server";
import { petition } from "~db/schema/petitions";
import { petitionCountCell, signatureAnnulment, signatureWatermark } from "~db/schema/signatures";
import {
  countAll,
  givenSignature,
  moveSignaturesToAnotherCluster,
  plantPetition,
  plantSignatures,
  publishedCount,
  untilCountable,
} from "../../../test/factories/petitions";
import { plantCommunity } from "../../../test/factories/server";
import { plantDistrict } from "../../../test/factories/voting";
import { addSignatures } from "./add-signatures.server";
import { countSignatures } from "./count-signatures.server";
import { listPetitionEvents, listThresholdFacts } from "./petition-queries.server";
import { presetRules } from "./rule-presets";
import { signTogether } from "./sign-together.server";

let community: Community;
let communities = 0;
beforeEach(async () => {
  communities += 1;
  community = await plantCommunity(`counting-${communities}`);
});

const sign = (petitionId: string, email: string) => givenSignature(community, petitionId, email);

async function annul(petitionId: string, email: string, number: number, tx = database()): Promise<void> {
  const { signerKey } = sign(petitionId, email);
  await tx
    .insert(signatureAnnulment)
    .values({ communityId: community.id, petitionId, signerKey, number, cause: "signer" });
}

async function cells(petitionId: string, wanted: "district" | "channel" | "hour") {
  const { communityId, cut, cell, signatures } = petitionCountCell;
  const rows = await database()
    .select({ cell, signatures })
    .from(petitionCountCell)
    .where(and(eq(communityId, community.id), eq(petitionCountCell.petitionId, petitionId), eq(cut, wanted)));
  return Object.fromEntries(rows.map((row) => [row.cell, row.signatures]));
}

/** Where every row of the community lies and which transaction wrote it: both differ after any change of it. */
async function rowsOf(owner: Community): Promise<string[]> {
  const tables = await database().execute<{ name: string }>(sql`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'community_id'`);
  const rows: string[] = [];
  for (const { name } of tables) {
    const found = await database().execute<{ row: string }>(sql`
      select t.ctid::text || ' ' || t.xmin::text as row from ${sql.identifier(name)} t
      where t.community_id = ${owner.id}::uuid`);
    rows.push(...found.map(({ row }) => `${name} ${row}`));
  }
  return rows;
}

describe("countSignatures", () => {
  it("SC-3 publishes what has been signed, in cuts that each add up to it", async () => {
    const north = await plantDistrict(community);
    const { id } = await plantPetition(community);
    const other = await plantPetition(community);
    await plantSignatures(community, id, 7, { districtId: north });
    await plantSignatures(community, id, 3, { channel: "paper" });
    await plantSignatures(community, other.id, 2);
    await untilCountable(community);
    expect(await countSignatures(community)).toBe("counted");
    expect(await publishedCount(community, id)).toMatchObject({ signatures: 10, annulled: 0 });
    expect(await publishedCount(community, other.id)).toMatchObject({ signatures: 2 });
    expect(await cells(id, "district")).toEqual({ [north]: 7, none: 3 });
    expect(await cells(id, "channel")).toEqual({ mail: 7, paper: 3 });
    const hours = await cells(id, "hour");
    expect(Object.values(hours).reduce((sum, count) => sum + count, 0)).toBe(10);
    for (const hour of Object.keys(hours)) expect(hour).toMatch(/^\d{4}-\d\d-\d\dT\d\d:00:00Z$/);
  });

  it("SC-3 counts each row once, however often it is asked", async () => {
    const { id } = await plantPetition(community);
    await plantSignatures(community, id, 5);
    await untilCountable(community);
    expect(await countSignatures(community)).toBe("counted");
    expect(await countSignatures(community)).toBe("idle");
    await plantSignatures(community, id, 4);
    await countAll(community);
    await countSignatures(community);
    expect(await publishedCount(community, id)).toMatchObject({ signatures: 9 });
  });

  it("SC-3 never skips a signature whose transaction ends after a later one was counted", async () => {
    const { id } = await plantPetition(community);
    await plantSignatures(community, id, 1);
    await countAll(community);
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let written = () => {};
    const begun = new Promise<void>((resolve) => {
      written = resolve;
    });
    const slow = transaction(async (tx) => {
      await tx.execute(sql`select pg_current_xact_id()`);
      written();
      await held;
      const early = sign(id, "slow@example.org");
      await tx.execute(sql`insert into signature (community_id, petition_id, signer_key, channel, name, show_name,
        basis, address_hash, network_hash) values (${community.id}, ${id}, ${early.signerKey}, 'mail', '', true,
        'registered', '', '')`);
    });
    await begun;
    await plantSignatures(community, id, 3);
    expect(await countSignatures(community)).toBe("held_back");
    expect(await publishedCount(community, id)).toMatchObject({ signatures: 1 });
    release();
    await slow;
    await countAll(community);
    expect(await publishedCount(community, id)).toMatchObject({ signatures: 5 });
  });

  it("SC-2 SC-3 takes an annulment out of the cells of its signature, and puts it back", async () => {
    const north = await plantDistrict(community);
    const { id } = await plantPetition(community);
    await addSignatures(community, [
      { ...sign(id, "a@example.org"), districtId: north },
      sign(id, "b@example.org"),
    ]);
    await annul(id, "a@example.org", 1);
    await countAll(community);
    expect(await publishedCount(community, id)).toMatchObject({ signatures: 1, annulled: 1 });
    expect(await cells(id, "district")).toEqual({ [north]: 0, none: 1 });
    await annul(id, "a@example.org", 2);
    await annul(id, "b@example.org", 1);
    await annul(id, "b@example.org", 2);
    await annul(id, "b@example.org", 3);
    await countAll(community);
    expect(await publishedCount(community, id)).toMatchObject({ signatures: 1, annulled: 1 });
    expect(await cells(id, "district")).toEqual({ [north]: 1, none: 0 });
  });

  it("F-15 of twins that count at once one changes nothing and says so", async () => {
    const { id } = await plantPetition(community);
    for (let round = 1; round <= 5; round += 1) {
      await plantSignatures(community, id, 20);
      await untilCountable(community);
      const answers = await Promise.all(Array.from({ length: 6 }, () => countSignatures(community)));
      expect(answers.filter((answer) => answer === "counted")).toHaveLength(1);
      expect(answers).toContain("twin");
      expect(await publishedCount(community, id)).toMatchObject({ signatures: 20 * round });
    }
  });

  it("SC-4 counts anew in another cluster, and nothing twice when its transaction numbers catch up", async () => {
    const { id } = await plantPetition(community);
    await plantSignatures(community, id, 6);
    await countAll(community);
    await moveSignaturesToAnotherCluster(community, 1_000);
    expect(await countSignatures(community)).toBe("counted");
    expect(await publishedCount(community, id)).toMatchObject({ signatures: 6 });
    await burnTransactions(1_100);
    await plantSignatures(community, id, 1);
    await countAll(community);
    expect(await publishedCount(community, id)).toMatchObject({ signatures: 7 });
  });

  it("SC-1 thirty who sign add thirty rows and change none", async () => {
    const { id } = await plantPetition(community);
    await plantSignatures(community, id, 1);
    await countAll(community);
    const before = await rowsOf(community);
    const signers = Array.from({ length: 30 }, (_, place) => sign(id, `s${place}@example.org`));
    await Promise.all(signers.map((one) => signTogether(community, one)));
    const after = new Set(await rowsOf(community));
    expect(before.filter((row) => !after.has(row))).toEqual([]);
    expect(after.size).toBe(before.length + 30);
  });

  it("S-5 leaves the counts of another community alone", async () => {
    const other = await plantCommunity(`${community.slug}-other`);
    const { id } = await plantPetition(other);
    await plantSignatures(other, id, 2);
    expect(await countSignatures(community)).toBe("idle");
    expect(await publishedCount(other, id)).toBeNull();
  });

  it("writes nothing while nobody signs, but says every half minute that it has looked", async () => {
    const { id } = await plantPetition(community);
    await plantSignatures(community, id, 1);
    await countAll(community);
    const countedAt = async () => {
      const [row] = await database()
        .select({ at: signatureWatermark.countedAt })
        .from(signatureWatermark)
        .where(eq(signatureWatermark.communityId, community.id));
      return row?.at.getTime() ?? 0;
    };
    const first = await countedAt();
    await countSignatures(community);
    expect(await countedAt()).toBe(first);
    await database()
      .update(signatureWatermark)
      .set({ countedAt: sql`clock_timestamp() - interval '31 seconds'` })
      .where(eq(signatureWatermark.communityId, community.id));
    await countSignatures(community);
    expect(await countedAt()).toBeGreaterThan(first);
  });
});

describe("a threshold", () => {
  const rules = presetRules("ukrainian_community");
  const answer = { duty: "answer", signatures: 5, areas: [], term: { days: 10, unit: "calendar" } } as const;

  it("SC-5 is a fact with its instant and due date, set once, and signing goes on after it", async () => {
    const { id } = await plantPetition(community, { rules: { ...rules, thresholds: [answer] } });
    await plantSignatures(community, id, 4);
    await countAll(community);
    expect(await listThresholdFacts(community, id)).toEqual([]);
    await plantSignatures(community, id, 2);
    await countAll(community);
    const [fact, ...more] = await listThresholdFacts(community, id);
    expect(more).toEqual([]);
    expect(fact).toMatchObject({ threshold: 0, signatures: 6 });
    expect(fact?.dueAt.getTime()).toBeGreaterThan((fact?.reachedAt.getTime() ?? 0) + 9 * 86_400_000);
    await annul0(id);
    await plantSignatures(community, id, 3);
    await countAll(community);
    expect(await listThresholdFacts(community, id)).toEqual([fact]);
    const steps = (await listPetitionEvents(community, id)).map(({ step }) => step);
    expect(steps).toEqual(["file", "reach_threshold"]);
  });

  it("needs every area besides the total, and waits for the last of them", async () => {
    const [north, south] = [await plantDistrict(community), await plantDistrict(community)];
    const areas = [
      { districtId: north, signatures: 2 },
      { districtId: south, signatures: 1 },
    ];
    const { id } = await plantPetition(community, {
      rules: { ...rules, thresholds: [{ ...answer, areas }] },
    });
    await plantSignatures(community, id, 9, { districtId: north });
    await countAll(community);
    expect(await listThresholdFacts(community, id)).toEqual([]);
    await plantSignatures(community, id, 1, { districtId: south });
    await countAll(community);
    expect(await listThresholdFacts(community, id)).toMatchObject([{ threshold: 0, signatures: 10 }]);
  });

  it("is not reached by first signatories alone", async () => {
    const { id } = await plantPetition(community, {
      state: "gathering",
      rules: { ...rules, thresholds: [answer] },
    });
    await plantSignatures(community, id, 6);
    await countAll(community);
    expect(await listThresholdFacts(community, id)).toEqual([]);
    await database()
      .update(petition)
      .set({ state: "open", closesAt: sql`clock_timestamp() + interval '1 day'` })
      .where(and(eq(petition.communityId, community.id), eq(petition.id, id)));
    await plantSignatures(community, id, 1);
    await countAll(community);
    expect(await listThresholdFacts(community, id)).toMatchObject([{ signatures: 7 }]);
  });

  async function annul0(petitionId: string): Promise<void> {
    await addSignatures(community, [sign(petitionId, "changed@example.org")]);
    await annul(petitionId, "changed@example.org", 1);
  }
});

async function burnTransactions(count: number): Promise<void> {
  for (let each = 0; each < count; each += 1) await database().execute(sql`select pg_current_xact_id()`);
}
