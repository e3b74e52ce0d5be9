import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import type { Clerk } from "~/domain/identity/viewer";
import { dutyRules, mailedSteps, moveDebate, plantClerk, plantDuty } from "../../../test/factories/answers";
import { plantPetition } from "../../../test/factories/petitions";
import { plantCommunity } from "../../../test/factories/server";
import { addMinutes } from "./add-minutes.server";
import { dropDebate } from "./drop-debate.server";
import { holdDebate } from "./hold-debate.server";
import { findPetition, listPetitionEvents } from "./petition-queries.server";
import { findResponse, listDebates } from "./response-queries.server";
import { scheduleDebate } from "./schedule-debate.server";

let community: Community;
let clerk: Clerk;
beforeAll(async () => {
  community = await plantCommunity("debating");
  clerk = await plantClerk(community);
});

const HOUR = 3_600_000;

async function plantDue() {
  const { id } = await plantPetition(community, { rules: dutyRules() });
  await plantDuty(community, id, 1, 5);
  return id;
}
const schedule = (petitionId: string, hours = 48, seen: string | null = null) =>
  scheduleDebate(community, clerk, {
    ...{ petitionId, seen, note: "" },
    scheduledFor: new Date(Date.now() + hours * HOUR),
    place: "Сесійна зала",
    meetingAddress: "https://rada.example/session-12",
  });
const standing = async (id: string) => {
  const petition = await findPetition(community, { id });
  return petition && (await findResponse(community, petition)).debate;
};
async function plantScheduled(hours = 48) {
  const id = await plantDue();
  await schedule(id);
  const [newest] = await listDebates(community, id);
  const debateId = newest?.id ?? "";
  await moveDebate(community, debateId, hours);
  return { petitionId: id, debateId };
}
const hold = (debate: { petitionId: string; debateId: string }) =>
  holdDebate(community, clerk, { ...debate, minutesAddress: "" });
const drop = (debate: { petitionId: string; debateId: string }) =>
  dropDebate(community, clerk, { ...debate, reason: "Не було кворуму." });

describe("a debate", () => {
  it("is due, set, and held from its hour on", async () => {
    const id = await plantDue();
    expect(await standing(id)).toMatchObject({ state: "due" });
    expect(await schedule(id)).toMatchObject({ done: true });
    expect(await standing(id)).toMatchObject({ state: "scheduled", overdue: false });
    const [newest] = await listDebates(community, id);
    const debate = { petitionId: id, debateId: newest?.id ?? "" };
    expect(await hold(debate)).toEqual({ done: false, reason: "too_early" });
    await moveDebate(community, debate.debateId, -1);
    expect(await hold(debate)).toMatchObject({ done: true });
    expect(await standing(id)).toMatchObject({ state: "held", inTime: true });
    expect((await listPetitionEvents(community, id)).map(({ step }) => step)).toEqual([
      ...["file", "schedule_debate", "hold_debate"],
    ]);
    expect(await mailedSteps(community, id)).toEqual(["schedule_debate", "hold_debate"]);
  });

  it("gets its minutes later", async () => {
    const debate = await plantScheduled(-1);
    const minutes = { ...debate, minutesAddress: "https://rada.example/minutes-12.pdf" };
    expect(await addMinutes(community, clerk, minutes)).toEqual({ done: false, reason: "changed_meanwhile" });
    await hold(debate);
    expect(await addMinutes(community, clerk, minutes)).toMatchObject({ done: true });
    expect(await listDebates(community, debate.petitionId)).toMatchObject([
      { minutesAddress: minutes.minutesAddress },
    ]);
  });

  it("that does not take place says why, and may be set anew; the earlier date stays", async () => {
    const debate = await plantScheduled();
    expect(await drop(debate)).toMatchObject({ done: true });
    expect(await standing(debate.petitionId)).toEqual({ state: "not_held", reason: "Не було кворуму." });
    expect(await schedule(debate.petitionId, 72, debate.debateId)).toMatchObject({ done: true });
    expect(await standing(debate.petitionId)).toMatchObject({ state: "scheduled" });
    expect(await listDebates(community, debate.petitionId)).toHaveLength(2);
  });

  it("is announced before it takes place", async () => {
    expect(await schedule(await plantDue(), -1)).toEqual({ done: false, reason: "past" });
  });

  it("once held, is not set anew", async () => {
    const debate = await plantScheduled(-1);
    await hold(debate);
    expect(await schedule(debate.petitionId, 48, debate.debateId)).toEqual({
      done: false,
      reason: "held_already",
    });
  });

  it("F-21 held and not held sent at once: one outcome", async () => {
    const debate = await plantScheduled(-1);
    const sent = await Promise.all([hold(debate), drop(debate), hold(debate), drop(debate)]);
    expect(sent.filter(({ done }) => done)).toHaveLength(1);
    expect(await mailedSteps(community, debate.petitionId)).toHaveLength(2);
  });

  it("F-5 set twice at once, it is set once", async () => {
    const id = await plantDue();
    const sent = await Promise.all([schedule(id), schedule(id), schedule(id)]);
    expect(sent.filter(({ done }) => done)).toHaveLength(1);
    expect(await listDebates(community, id)).toHaveLength(1);
  });

  it("S-5 of another community is not there", async () => {
    const debate = await plantScheduled(-1);
    const other = await plantCommunity("debating-other");
    const stranger = await plantClerk(other);
    const held = await holdDebate(other, stranger, { ...debate, minutesAddress: "" });
    expect(held).toEqual({ done: false, reason: "not_answered_state" });
    expect(
      await addMinutes(other, stranger, { ...debate, minutesAddress: "https://a.example" }),
    ).toMatchObject({
      done: false,
    });
    expect(await listDebates(other, debate.petitionId)).toEqual([]);
  });
});
