import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import type { Moderator } from "~/domain/identity/viewer";
import { database } from "~/platform/database.server";
import { auditEvent } from "~db/schema/audit";
import { quarantine } from "~db/schema/signature-checks";
import { plantPerson } from "../../../test/factories/identity";
import {
  countAll,
  givenSignature,
  plantPetition,
  plantSignatures,
  publishedCount,
} from "../../../test/factories/petitions";
import { plantCommunity } from "../../../test/factories/server";
import { annulmentsOf } from "../../../test/factories/signing";
import { addSignatures } from "./add-signatures.server";
import { carryOutQuarantine } from "./carry-out-quarantine.server";
import { decideQuarantine } from "./decide-quarantine.server";
import { listPetitionEvents, listThresholdFacts } from "./petition-queries.server";
import { proposeQuarantine } from "./propose-quarantine.server";
import { findRemovals } from "./removal-queries.server";
import { restoreSignatures } from "./restore-signatures.server";
import { presetRules } from "./rule-presets";
import type { SuspicionCriteria } from "./signature";
import { signerKey } from "./signer-key.server";
import { undoSignature } from "./undo-signature.server";
import { writeSignature } from "./write-signature.server";

let community: Community;
let communities = 0;
let proposer: Moderator;
let second: Moderator;
let third: Moderator;
beforeEach(async () => {
  communities += 1;
  community = await plantCommunity(`quarantine-${communities}`);
  [proposer, second, third] = await Promise.all([moderator(), moderator(), moderator()]);
});

async function moderator(): Promise<Moderator> {
  return (await plantPerson(community, { roles: ["moderator"] })) as Moderator;
}

async function propose(petitionId: string, criteria: SuspicionCriteria): Promise<string> {
  const cause = "Багато підписів з однієї мережі";
  const outcome = await proposeQuarantine(community, proposer, { petitionId, criteria, cause });
  if (!outcome.done) throw new Error(outcome.reason);
  return outcome.value.id;
}

const decide = (quarantineId: string, decision: "annulled" | "released", by = second) =>
  decideQuarantine(community, by, { quarantineId, decision });

async function annul(quarantineId: string): Promise<void> {
  expect(await decide(quarantineId, "annulled")).toMatchObject({ done: true });
  await carryOutQuarantine(community, quarantineId, "annulled");
}

async function restore(quarantineId: string): Promise<void> {
  expect(await restoreSignatures(community, third, quarantineId)).toMatchObject({ done: true });
  await carryOutQuarantine(community, quarantineId, "restored");
}

async function countOf(petitionId: string) {
  await countAll(community);
  return await publishedCount(community, petitionId);
}

describe("a quarantine", () => {
  it("S-10 A-1 takes signatures out with two people, in batches, and a third puts them back", async () => {
    const { id } = await plantPetition(community);
    await plantSignatures(community, id, 1_205, { networkHash: "burst" });
    await plantSignatures(community, id, 10);
    const check = await propose(id, { networkHash: "burst" });
    expect(await countOf(id)).toEqual({ signatures: 1_215, annulled: 0 });
    await annul(check);
    expect(await countOf(id)).toEqual({ signatures: 10, annulled: 1_205 });
    expect(await findRemovals(community, id)).toMatchObject({
      counted: 10,
      removed: 1_205,
      bySigners: 0,
      checks: [{ signatures: 1_205, decision: "annulled" }],
    });
    await restore(check);
    expect(await countOf(id)).toEqual({ signatures: 1_215, annulled: 0 });
    const steps = (await listPetitionEvents(community, id)).map(({ step, note }) => ({ step, note }));
    expect(steps).toMatchObject([
      { step: "file" },
      { step: "reach_threshold" },
      { step: "annul_signatures", note: expect.stringMatching(/1\s?205.*Багато підписів/) },
      { step: "restore_signatures", note: expect.stringMatching(/1\s?205.*Багато підписів/) },
    ]);
  });

  it("S-10 is not decided by whoever proposed it, nor restored by whoever annulled", async () => {
    const { id } = await plantPetition(community);
    await plantSignatures(community, id, 3, { networkHash: "burst" });
    const check = await propose(id, { networkHash: "burst" });
    expect(await decide(check, "annulled", proposer)).toMatchObject({ reason: "own_proposal" });
    const byHand = database()
      .update(quarantine)
      .set({ decision: "annulled", decidedBy: proposer.id })
      .where(and(eq(quarantine.communityId, community.id), eq(quarantine.id, check)));
    await expect(byHand).rejects.toThrow();
    await annul(check);
    expect(await restoreSignatures(community, second, check)).toMatchObject({ reason: "own_annulment" });
    expect(await restoreSignatures(community, proposer, check)).toMatchObject({ done: true });
  });

  it("S-11 is decided once when two decide at the same moment", async () => {
    const { id } = await plantPetition(community);
    await plantSignatures(community, id, 3, { networkHash: "burst" });
    const check = await propose(id, { networkHash: "burst" });
    const outcomes = await Promise.all([decide(check, "annulled", second), decide(check, "released", third)]);
    expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
    expect(outcomes.filter(({ done }) => !done)).toMatchObject([{ reason: "decided" }]);
  });

  it("leaves a released batch alone, and restores only what was carried out", async () => {
    const { id } = await plantPetition(community);
    await plantSignatures(community, id, 3, { networkHash: "burst" });
    const check = await propose(id, { networkHash: "burst" });
    expect(await restoreSignatures(community, third, check)).toMatchObject({ reason: "not_annulled" });
    await decide(check, "released");
    await carryOutQuarantine(community, check, "annulled");
    expect(await countOf(id)).toEqual({ signatures: 3, annulled: 0 });
    const other = await propose(id, { networkHash: "burst" });
    await decide(other, "annulled");
    expect(await restoreSignatures(community, third, other)).toMatchObject({ reason: "not_annulled" });
  });

  it("takes a signature out once when two quarantines overlap, at once or after each other", async () => {
    const { id } = await plantPetition(community);
    await plantSignatures(community, id, 40, { networkHash: "n1", addressHash: "a1" });
    await plantSignatures(community, id, 30, { networkHash: "n1", addressHash: "a2" });
    await plantSignatures(community, id, 20, { networkHash: "n2", addressHash: "a2" });
    const byNetwork = await propose(id, { networkHash: "n1" });
    const byAddress = await propose(id, { addressHash: "a2" });
    await decide(byNetwork, "annulled");
    await decide(byAddress, "annulled");
    await Promise.all(
      [byNetwork, byAddress, byNetwork].map((each) => carryOutQuarantine(community, each, "annulled")),
    );
    expect(await countOf(id)).toEqual({ signatures: 0, annulled: 90 });
    const { checks, removed } = await findRemovals(community, id);
    expect(checks.reduce((sum, { signatures }) => sum + signatures, 0)).toBe(90);
    expect(removed).toBe(90);
    await restore(byNetwork);
    expect(await countOf(id)).toEqual({ signatures: 40, annulled: 50 });
    await restore(byAddress);
    expect(await countOf(id)).toEqual({ signatures: 90, annulled: 0 });
  });

  it("F-15 goes on after a break, and tells it once however often it is done", async () => {
    const { id } = await plantPetition(community);
    await plantSignatures(community, id, 12, { networkHash: "burst" });
    const check = await propose(id, { networkHash: "burst" });
    await decide(check, "annulled");
    await Promise.all([1, 2, 3].map(() => carryOutQuarantine(community, check, "annulled")));
    await carryOutQuarantine(community, check, "annulled");
    const numbers = await annulmentsOf(community, id);
    expect(numbers).toHaveLength(12);
    expect(new Set(numbers.map(({ number }) => number))).toEqual(new Set([1]));
    const told = (await listPetitionEvents(community, id)).filter(({ step }) => step === "annul_signatures");
    expect(told).toHaveLength(1);
  });

  it("goes beside signers who sign, take back and sign again at the same moment", async () => {
    const { id } = await plantPetition(community);
    const people = Array.from({ length: 30 }, (_, place) => `busy${place}@example.org`);
    const burst = { networkHash: "burst" };
    const one = (email: string) => givenSignature(community, id, email, burst);
    await addSignatures(community, people.map(one));
    const check = await propose(id, burst);
    await decide(check, "annulled");
    const signing = { community, origin: "https://o.example", state: "open" as const, follower: null };
    await Promise.all([
      carryOutQuarantine(community, check, "annulled"),
      ...people.map(async (email) => {
        const signer = { petitionId: id, signerKey: signerKey(community, email) };
        await undoSignature(community, signer);
        await writeSignature(signing, one(email));
      }),
      addSignatures(
        community,
        Array.from({ length: 20 }, (_, place) => one(`late${place}@example.org`)),
      ),
    ]);
    await carryOutQuarantine(community, check, "annulled");
    const published = await countOf(id);
    const { checks, bySigners } = await findRemovals(community, id);
    expect(published?.signatures).toBeGreaterThanOrEqual(20);
    expect((published?.signatures ?? 0) + (published?.annulled ?? 0)).toBe(50);
    expect(checks.reduce((sum, { signatures }) => sum + signatures, bySigners)).toBe(published?.annulled);
  });

  it("keeps out a signer who signs again, and counts one who signs after the proposal", async () => {
    const { id } = await plantPetition(community);
    const burst = { networkHash: "burst" };
    const early = givenSignature(community, id, "early@example.org", burst);
    await addSignatures(community, [early]);
    const check = await propose(id, burst);
    await addSignatures(community, [givenSignature(community, id, "later@example.org", burst)]);
    await annul(check);
    const signing = { community, origin: "https://o.example", state: "open" as const, follower: null };
    expect(await writeSignature(signing, early)).toBe("again");
    expect(await countOf(id)).toEqual({ signatures: 1, annulled: 1 });
  });

  it("SC-5 leaves a threshold that was reached a fact", async () => {
    const rules = presetRules("ukrainian_community");
    const thresholds = rules.thresholds.slice(0, 1).map((each) => ({ ...each, signatures: 5, areas: [] }));
    const { id } = await plantPetition(community, { rules: { ...rules, thresholds } });
    await plantSignatures(community, id, 6, { networkHash: "burst" });
    await countAll(community);
    const facts = await listThresholdFacts(community, id);
    expect(facts).toHaveLength(1);
    await annul(await propose(id, { networkHash: "burst" }));
    expect(await countOf(id)).toEqual({ signatures: 0, annulled: 6 });
    expect(await listThresholdFacts(community, id)).toEqual(facts);
  });

  it("refuses what marks nobody, or everybody, and what is wiped", async () => {
    const { id } = await plantPetition(community);
    await plantSignatures(community, id, 2, { networkHash: "burst" });
    const cause = "Перевірка";
    const given = (criteria: SuspicionCriteria) => ({ petitionId: id, criteria, cause });
    expect(await proposeQuarantine(community, proposer, given({ networkHash: "none" }))).toMatchObject({
      reason: "nothing_matches",
    });
    expect(await proposeQuarantine(community, proposer, given({}))).toMatchObject({ reason: "too_wide" });
    const wiped = await plantPetition(community, { wipeAt: new Date("2026-01-01T00:00:00Z") });
    await plantSignatures(community, wiped.id, 2, { networkHash: "burst" });
    const check = await propose(wiped.id, { networkHash: "burst" });
    expect(await decide(check, "annulled")).toMatchObject({ reason: "wiped" });
  });

  it("S-2 S-5 is not there for a moderator of another community", async () => {
    const other = await plantCommunity(`quarantine-other-${communities}`);
    const { id } = await plantPetition(other, { number: 777_000 + communities });
    await plantSignatures(other, id, 2, { networkHash: "burst" });
    const foreign = { petitionId: id, criteria: { networkHash: "burst" }, cause: "Чуже" };
    expect(await proposeQuarantine(community, proposer, foreign)).toMatchObject({
      reason: "nothing_matches",
    });
    const own = await plantPetition(community);
    await plantSignatures(community, own.id, 2, { networkHash: "burst" });
    const check = await propose(own.id, { networkHash: "burst" });
    const thrown = decideQuarantine(other, second, { quarantineId: check, decision: "annulled" });
    await expect(thrown).rejects.toMatchObject({ status: 404 });
  });

  it("S-56 stands on record with who proposed, annulled and restored it", async () => {
    const { id } = await plantPetition(community);
    await plantSignatures(community, id, 2, { networkHash: "burst" });
    const check = await propose(id, { networkHash: "burst" });
    await annul(check);
    await restore(check);
    const rows = await database()
      .select({ act: auditEvent.act, actorId: auditEvent.actorId })
      .from(auditEvent)
      .where(and(eq(auditEvent.communityId, community.id), eq(auditEvent.subjectId, check)))
      .orderBy(auditEvent.createdAt);
    expect(rows).toEqual([
      { act: "quarantine.propose", actorId: proposer.id },
      { act: "quarantine.annul", actorId: second.id },
      { act: "quarantine.annulled", actorId: null },
      { act: "quarantine.restore", actorId: third.id },
      { act: "quarantine.restored", actorId: null },
    ]);
  });
});
