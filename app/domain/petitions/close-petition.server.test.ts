import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { database, transaction } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { petition } from "~db/schema/petitions";
import { signature } from "~db/schema/signatures";
import {
  countAll,
  givenSignature,
  plantPetition,
  plantSignatures,
  publishedCount,
} from "../../../test/factories/petitions";
import { plantCommunity } from "../../../test/factories/server";
import { addSignatures } from "./add-signatures.server";
import { closePetition } from "./close-petition.server";
import { findPetition, listPetitionEvents, listThresholdFacts } from "./petition-queries.server";
import { presetRules } from "./rule-presets";
import { signTogether } from "./sign-together.server";

let community: Community;
beforeAll(async () => {
  community = await plantCommunity("closing");
});

const rules = presetRules("ukrainian_community");
const term = { days: 10, unit: "calendar" } as const;
const five = { ...rules, thresholds: [{ duty: "answer", signatures: 5, areas: [], term }] } as const;

const steps = async (petitionId: string) =>
  (await listPetitionEvents(community, petitionId)).map(({ step }) => step);

/** Moves the end of a petition to so many seconds from now, by the database's clock. */
async function endIn(petitionId: string, seconds: number): Promise<void> {
  await database()
    .update(petition)
    .set({ closesAt: sql`clock_timestamp() + make_interval(secs => ${seconds})` })
    .where(and(eq(petition.communityId, community.id), eq(petition.id, petitionId)));
}

describe("closePetition", () => {
  it("does nothing before the last instant, nor for a petition of nobody", async () => {
    const { id } = await plantPetition(community, { closesIn: 60 });
    expect(await closePetition(community, id)).toMatchObject({ reason: "not_due" });
    expect(await closePetition(community, newId())).toMatchObject({ reason: "no_such_petition" });
    expect((await findPetition(community, { id }))?.closedAt).toBeNull();
  });

  it("F-9 closes once, whoever asks and however often", async () => {
    const { id } = await plantPetition(community, { rules: five });
    await plantSignatures(community, id, 5);
    await countAll(community);
    await endIn(id, -1);
    const closed = await Promise.all([1, 2, 3].map(() => closePetition(community, id)));
    closed.push(await closePetition(community, id));
    expect(closed.filter((one) => one.done && one.value.first)).toHaveLength(1);
    expect(await steps(id)).toEqual(["file", "reach_threshold", "close"]);
    expect(await findPetition(community, { id })).toMatchObject({ state: "closed" });
  });

  it("counts what came in before it says what became of the petition", async () => {
    const { id } = await plantPetition(community, { rules: five });
    await plantSignatures(community, id, 6);
    await endIn(id, -1);
    expect(await closePetition(community, id)).toMatchObject({ done: true });
    expect(await publishedCount(community, id)).toMatchObject({ signatures: 6 });
    expect(await steps(id)).toEqual(["file", "reach_threshold", "close"]);
  });

  it.each([
    ["appeal", ["file", "close", "become_appeal"]],
    ["close", ["file", "close"]],
  ] as const)("below every threshold, where the rules say %s", async (belowThreshold, expected) => {
    const { id } = await plantPetition(community, { rules: { ...five, belowThreshold } });
    await plantSignatures(community, id, 4);
    await countAll(community);
    await endIn(id, -1);
    await closePetition(community, id);
    expect(await steps(id)).toEqual(expected);
  });

  it("a threshold that first signatories had reached alone counts at the end", async () => {
    const { id } = await plantPetition(community, { state: "gathering", rules: five });
    await plantSignatures(community, id, 5);
    await countAll(community);
    await database()
      .update(petition)
      .set({ state: "open", closesAt: sql`clock_timestamp()` })
      .where(and(eq(petition.communityId, community.id), eq(petition.id, id)));
    await closePetition(community, id);
    expect(await listThresholdFacts(community, id)).toMatchObject([{ signatures: 5 }]);
    expect(await steps(id)).toEqual(["file", "close", "reach_threshold"]);
  });

  it("F-7 F-8 SC-9 each signature acknowledged before the end is in the final count, none after it", async () => {
    const { id } = await plantPetition(community, { closesIn: 1 });
    const answers: string[] = [];
    let closed = false;
    const signing = Array.from({ length: 20 }, async (_, line) => {
      for (let turn = 0; !closed; turn += 1) {
        const one = givenSignature(community, id, `s${line}-${turn}@example.org`);
        answers.push(
          turn % 2 ? await signTogether(community, one) : ((await addSignatures(community, [one]))[0] ?? ""),
        );
      }
    });
    let outcome = await closePetition(community, id);
    while (!outcome.done) outcome = await closePetition(community, id);
    const final = await publishedCount(community, id);
    closed = true;
    await Promise.all(signing);
    const added = answers.filter((answer) => answer === "added").length;
    expect(added).toBeGreaterThan(20);
    expect(final?.signatures).toBe(added);
    expect(answers).toContain("closed");
    await countAll(community);
    expect(await publishedCount(community, id)).toEqual(final);
  });

  it("F-7 waits for a signature that was in time and is still on its way", async () => {
    const { id } = await plantPetition(community, { closesIn: 0.3, rules: five });
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = transaction(async (tx) => {
      const { signerKey } = givenSignature(community, id, "slow@example.org");
      await tx.insert(signature).values({
        communityId: community.id,
        petitionId: id,
        signerKey,
        channel: "mail",
        name: "",
        showName: false,
        basis: "registered",
        addressHash: "",
        networkHash: "",
      });
      await held;
    });
    let outcome = await closePetition(community, id);
    const closing = (async () => {
      while (!outcome.done && outcome.reason === "not_due") outcome = await closePetition(community, id);
    })();
    await isWaiting();
    expect((await findPetition(community, { id }))?.closedAt).toBeNull();
    release();
    await Promise.all([slow, closing]);
    expect(outcome.done).toBe(true);
    expect(await publishedCount(community, id)).toMatchObject({ signatures: 1 });
  });
});

/** Resolves when a session of this database waits for a lock. */
async function isWaiting(): Promise<void> {
  for (;;) {
    const [row] = await database().execute<{ waiting: number }>(sql`
      select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`);
    if (row?.waiting) return;
  }
}
