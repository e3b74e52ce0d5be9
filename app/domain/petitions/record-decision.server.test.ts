import { and, desc, eq, like } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { termEnd } from "~/domain/communities/working-days";
import type { Administrator, Moderator } from "~/domain/identity/viewer";
import { database } from "~/platform/database.server";
import { auditEvent } from "~db/schema/audit";
import { job } from "~db/schema/jobs";
import { outbox } from "~db/schema/notifications";
import { petition, petitionEvent, petitionLock } from "~db/schema/petitions";
import { plantPetition } from "../../../test/factories/petitions";
import { plantAdministrator, plantModerator } from "../../../test/factories/prioritisation";
import { plantCommunity } from "../../../test/factories/server";
import { changePetitionRules } from "./change-petition-rules.server";
import type { DecisionAnswers } from "./decision-form";
import { hidePetition } from "./hide-petition.server";
import { openPetition } from "./open-petition.server";
import type { PetitionState } from "./petition";
import { refusePetition } from "./refuse-petition.server";
import { returnPetition } from "./return-petition.server";
import { presetRules } from "./rule-presets";
import { showPetition } from "./show-petition.server";
import { stopPetition } from "./stop-petition.server";
import { takePetition } from "./take-petition.server";

let community: Community;
let administrator: Administrator;
let moderator: Moderator;
let other: Moderator;
beforeAll(async () => {
  community = await plantCommunity("moderating");
  administrator = await plantAdministrator(community);
  moderator = await plantModerator(community);
  other = await plantModerator(community);
});

const words = "Просимо назвати вулицю, про яку йдеться.";
const answers = (given: Partial<DecisionAnswers> = {}): DecisionAnswers => ({
  note: words,
  ground: null,
  hide: false,
  ...given,
});
const about = (petitionId: string, given: Partial<DecisionAnswers> = {}) => ({
  petitionId,
  answers: answers(given),
  origin: "http://localhost:3000",
});
const refusal = { ground: "outside_powers" as const };

async function stored(petitionId: string) {
  const [row] = await database()
    .select({
      state: petition.state,
      rules: petition.rules,
      rulesVersion: petition.rulesVersion,
      openedAt: petition.openedAt,
      closesAt: petition.closesAt,
      closedAt: petition.closedAt,
      hiddenAt: petition.hiddenAt,
      wipeAt: petition.wipeAt,
    })
    .from(petition)
    .where(and(eq(petition.communityId, community.id), eq(petition.id, petitionId)));
  if (!row) throw new Error("the petition is gone");
  return row;
}

async function steps(petitionId: string) {
  return await database()
    .select({ step: petitionEvent.step, ground: petitionEvent.ground, dueAt: petitionEvent.dueAt })
    .from(petitionEvent)
    .where(and(eq(petitionEvent.communityId, community.id), eq(petitionEvent.petitionId, petitionId)))
    .orderBy(petitionEvent.createdAt);
}

async function newestLetter() {
  const [letter] = await database()
    .select({ recipient: outbox.recipient, subject: outbox.subject, body: outbox.body })
    .from(outbox)
    .where(eq(outbox.communityId, community.id))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(1);
  return letter;
}

const letters = () => database().$count(outbox, eq(outbox.communityId, community.id));
const acts = (petitionId: string, act: string) =>
  database().$count(
    auditEvent,
    and(
      eq(auditEvent.communityId, community.id),
      eq(auditEvent.subjectId, petitionId),
      like(auditEvent.act, act),
    ),
  );

describe("opening", () => {
  it("freezes the newest rules with its term, queues the closing at that instant and writes to the author", async () => {
    const { id, number } = await plantPetition(community, { state: "moderation" });
    const rules = { ...presetRules("parliament"), collection: { days: 45, unit: "calendar" as const } };
    await changePetitionRules(community, administrator, { version: 0, rules });
    await takePetition(community, moderator, { petitionId: id, from: null });
    expect(await openPetition(community, moderator, about(id, { note: "" }))).toEqual({
      done: true,
      value: { number, state: "open" },
    });
    const row = await stored(id);
    expect(row).toMatchObject({ state: "open", rules, rulesVersion: 1, closedAt: null });
    if (!row.openedAt) throw new Error("it has no opening");
    const calendar = { holidays: new Set<string>(), working: new Set<string>() };
    const closesAt = termEnd(row.openedAt, rules.collection, community.zone, calendar);
    expect(row.closesAt).toEqual(closesAt);
    const queued = await database()
      .select({ kind: job.kind, runAt: job.runAt })
      .from(job)
      .where(and(eq(job.communityId, community.id), eq(job.subject, id)));
    expect(queued).toEqual([{ kind: "close-petition", runAt: closesAt }]);
    const letter = await newestLetter();
    expect(letter).toMatchObject({ recipient: "oksana@example.org" });
    expect(letter?.body).toContain(`http://localhost:3000/uk/petitions/${number}`);
    expect(await acts(id, "petition.open")).toBe(1);
    const locks = and(eq(petitionLock.communityId, community.id), eq(petitionLock.petitionId, id));
    expect(await database().$count(petitionLock, locks)).toBe(0);
  });
});

describe("returning and refusing", () => {
  it("returns with the term of the petition’s own rules", async () => {
    const { id } = await plantPetition(community, { state: "moderation" });
    await returnPetition(community, moderator, about(id));
    const all = await steps(id);
    expect(all.at(-1)).toMatchObject({ step: "return", dueAt: expect.any(Date) });
    expect((await newestLetter())?.body).toContain(words);
    expect((await newestLetter())?.body).not.toContain("/petitions/");
  });

  it("refuses with ground, words and the day until which a review may be asked for", async () => {
    const { id } = await plantPetition(community, { state: "moderation" });
    await refusePetition(community, moderator, about(id, refusal));
    expect(await stored(id)).toMatchObject({ state: "refused", hiddenAt: null, wipeAt: expect.any(Date) });
    expect((await steps(id)).at(-1)).toMatchObject({ step: "refuse", ground: "outside_powers" });
  });

  it("hides an unlawful text in the same act, and links to no page in the letter", async () => {
    const { id } = await plantPetition(community, { state: "moderation" });
    await refusePetition(community, moderator, about(id, { ground: "insult", hide: true }));
    expect((await stored(id)).hiddenAt).toEqual(expect.any(Date));
    expect((await steps(id)).map(({ step }) => step)).toEqual(["file", "refuse", "hide"]);
    expect((await newestLetter())?.body).not.toContain("/petitions/");
  });
});

describe("hiding, showing and stopping an open petition", () => {
  it("hides once, shows once, and stops with the time of wiping", async () => {
    const { id } = await plantPetition(community);
    const hide = () => hidePetition(community, moderator, about(id, { ground: "personal_data" }));
    expect(await hide()).toMatchObject({ done: true, value: { state: "open" } });
    expect(await hide()).toEqual({ done: false, reason: "decided_already" });
    expect(await showPetition(community, moderator, about(id))).toMatchObject({ done: true });
    expect(await showPetition(community, moderator, about(id))).toMatchObject({ done: false });
    expect(await stopPetition(community, moderator, about(id))).toMatchObject({ done: true });
    expect(await stored(id)).toMatchObject({
      state: "stopped",
      hiddenAt: null,
      closedAt: expect.any(Date),
      wipeAt: expect.any(Date),
    });
  });
});

describe("who may not decide", () => {
  const everything = [openPetition, returnPetition, refusePetition, hidePetition, showPetition, stopPetition];

  it("S-8 R-10 no step is possible with a petition that moderators may not read", async () => {
    for (const state of ["gathering", "withdrawn"] as const) {
      const { id } = await plantPetition(community, { state });
      for (const decide of everything) {
        await expect(decide(community, moderator, about(id, refusal))).rejects.toMatchObject({ status: 404 });
      }
      await expect(takePetition(community, moderator, { petitionId: id, from: null })).rejects.toMatchObject({
        status: 404,
      });
      expect((await stored(id)).state).toBe(state);
    }
  });

  it("S-5 nor with one of another community", async () => {
    const elsewhere = await plantCommunity("moderating-elsewhere");
    const { id } = await plantPetition(elsewhere, { state: "moderation" });
    await expect(openPetition(community, moderator, about(id))).rejects.toMatchObject({ status: 404 });
  });

  it.each<[PetitionState, typeof openPetition]>([
    ["returned", openPetition],
    ["refused", openPetition],
    ["open", refusePetition],
    ["closed", stopPetition],
    ["moderation", stopPetition],
    ["moderation", hidePetition],
    ["returned", hidePetition],
    ["open", returnPetition],
  ])("S-9 from state %s the server refuses the step", async (state, decide) => {
    const { id } = await plantPetition(community, { state });
    const before = await letters();
    expect(await decide(community, moderator, about(id, refusal))).toEqual({
      done: false,
      reason: "decided_already",
    });
    expect((await stored(id)).state).toBe(state);
    expect(await steps(id)).toHaveLength(1);
    expect(await letters()).toBe(before);
  });

  it("S-8 nobody decides on an own petition, filed by account or by mail", async () => {
    const byAccount = await plantPetition(community, { state: "moderation", authorId: moderator.id });
    const byMail = await plantPetition(community, { state: "moderation", authorEmail: moderator.email });
    for (const { id } of [byAccount, byMail]) {
      expect(await openPetition(community, moderator, about(id))).toEqual({
        done: false,
        reason: "own_petition",
      });
      expect(await openPetition(community, other, about(id))).toMatchObject({ done: true });
    }
  });
});

describe("two moderators", () => {
  it("F-21 S-11 who open and refuse at once leave one outcome and one letter, the other is told", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await plantPetition(community, { state: "moderation" });
      const before = await letters();
      const outcomes = await Promise.all([
        openPetition(community, moderator, about(id)),
        refusePetition(community, other, about(id, refusal)),
        returnPetition(community, moderator, about(id)),
        refusePetition(community, other, about(id, refusal)),
      ]);
      expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
      const told = outcomes.flatMap((outcome) => (outcome.done ? [] : outcome.reason));
      expect(told).toEqual(["decided_already", "decided_already", "decided_already"]);
      expect(await steps(id)).toHaveLength(2);
      expect(await letters()).toBe(before + 1);
    }
  });

  it("the one who lost the petition to the other cannot send a decision any more", async () => {
    const { id } = await plantPetition(community, { state: "moderation" });
    await takePetition(community, moderator, { petitionId: id, from: null });
    expect(await openPetition(community, other, about(id))).toEqual({ done: false, reason: "taken_over" });
    expect(await takePetition(community, other, { petitionId: id, from: null })).toEqual({
      done: false,
      reason: "held",
    });
    expect(await takePetition(community, other, { petitionId: id, from: moderator.id })).toMatchObject({
      done: true,
    });
    expect(await openPetition(community, moderator, about(id))).toEqual({
      done: false,
      reason: "taken_over",
    });
    expect(await openPetition(community, other, about(id))).toMatchObject({ done: true });
    expect(await acts(id, "petition.take")).toBe(2);
  });

  it("S-11 of several who take a free petition at once one has it", async () => {
    const { id } = await plantPetition(community, { state: "moderation" });
    const third = await plantModerator(community);
    const taken = await Promise.all(
      [moderator, other, third].map((each) => takePetition(community, each, { petitionId: id, from: null })),
    );
    expect(taken.filter(({ done }) => done)).toHaveLength(1);
  });

  it("a lock that ran out holds nobody up", async () => {
    const { id } = await plantPetition(community, { state: "moderation" });
    await database()
      .insert(petitionLock)
      .values({
        communityId: community.id,
        petitionId: id,
        personId: moderator.id,
        until: new Date("2020-01-01T00:00:00Z"),
      });
    expect(await takePetition(community, other, { petitionId: id, from: null })).toMatchObject({
      done: true,
    });
  });
});
