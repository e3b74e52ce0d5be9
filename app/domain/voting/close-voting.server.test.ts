import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import type { Resident } from "~/domain/identity/viewer";
import { database } from "~/platform/database.server";
import { hiddenId, newId } from "~/shared/id";
import { auditEvent, publicLogLeaf } from "~db/schema/audit";
import { round } from "~db/schema/prioritisation";
import { ballotReceipt, participation, sealedBallot } from "~db/schema/voting";
import { plantCommunity } from "../../../test/factories/server";
import {
  moveVotingEnd,
  type PlantedVote,
  plantDistrict,
  plantResident,
  plantVote,
} from "../../../test/factories/voting";
import { castBallot } from "./cast-ballot.server";
import { closeVoting } from "./close-voting.server";
import { openBallots } from "./open-ballots.server";

let community: Community;
let district: string;

beforeAll(async () => {
  community = await plantCommunity("close");
  district = await plantDistrict(community);
});

const voteFor = (vote: PlantedVote, person: Resident, choices: string[]) =>
  castBallot(community, person, { roundId: vote.roundId, choices, castKey: hiddenId(), baseVersion: 0 });

async function closedVote(vote: PlantedVote) {
  await moveVotingEnd(community, vote.roundId, -1);
  return await closeVoting(community, vote.roundId);
}

async function closeLeaves(vote: PlantedVote) {
  return await database()
    .select({ details: auditEvent.details })
    .from(auditEvent)
    .innerJoin(
      publicLogLeaf,
      and(eq(publicLogLeaf.communityId, auditEvent.communityId), eq(publicLogLeaf.id, auditEvent.id)),
    )
    .where(and(eq(auditEvent.communityId, community.id), eq(auditEvent.subjectId, vote.roundId)));
}

describe("closeVoting", () => {
  it("F-9 started twice and again later it shuts the box once, with one leaf", async () => {
    const vote = await plantVote(community, district);
    await moveVotingEnd(community, vote.roundId, -1);
    const twins = await Promise.all([1, 2].map(() => closeVoting(community, vote.roundId)));
    const later = await closeVoting(community, vote.roundId);
    const closed = [...twins, later].map((outcome) => (outcome.done ? outcome.value : null));
    expect(closed.map((value) => value?.first).sort()).toEqual([false, false, true]);
    expect(new Set(closed.map((value) => value?.closedAt.getTime())).size).toBe(1);
    expect(await closeLeaves(vote)).toHaveLength(1);
  });

  it("F-8 of fifty votes in flight while it closes, each acknowledged one is inside and none comes after", async () => {
    const vote = await plantVote(community, district);
    const people = await Promise.all(Array.from({ length: 50 }, () => plantResident(community, district)));
    const flying = people.map((person) => voteFor(vote, person, [vote.city.projects[0] ?? ""]));
    await Promise.any(flying);
    const closing = moveVotingEnd(community, vote.roundId, 0).then(() =>
      closeVoting(community, vote.roundId),
    );
    const answers = await Promise.all(flying);
    expect(await closing).toMatchObject({ done: true });
    const accepted = answers.filter(({ done }) => done).length;
    expect(accepted).toBeGreaterThan(0);
    const refusals = answers.flatMap((answer) => (answer.done ? [] : answer.reason));
    expect(refusals.every((reason) => reason === "closed")).toBe(true);
    const [leaf] = await closeLeaves(vote);
    expect(leaf?.details["boxes"]).toBe(accepted);
    const own = and(eq(sealedBallot.communityId, community.id), eq(sealedBallot.roundId, vote.roundId));
    expect(await database().$count(sealedBallot, own)).toBe(accepted);
  });

  it("I-2 accepts no ballot after the box is shut", async () => {
    const vote = await plantVote(community, district);
    const [anna, borys] = await Promise.all([1, 2].map(() => plantResident(community, district)));
    if (!anna || !borys) throw new Error("no residents");
    expect(await voteFor(vote, anna, [vote.city.projects[0] ?? ""])).toMatchObject({ done: true });
    await closedVote(vote);
    await moveVotingEnd(community, vote.roundId, 3600);
    expect(await voteFor(vote, borys, [vote.city.projects[0] ?? ""])).toEqual({
      done: false,
      reason: "closed",
    });
    const opened = await openBallots(community, vote.roundId);
    expect(opened.done && opened.value.boxes).toBe(1);
  });

  it("S-9 refuses to close before the end, and a vote that never opened", async () => {
    const vote = await plantVote(community, district);
    expect(await closeVoting(community, vote.roundId)).toEqual({ done: false, reason: "not_due" });
    await database()
      .update(round)
      .set({ lockedAt: null })
      .where(and(eq(round.communityId, community.id), eq(round.id, vote.roundId)));
    await moveVotingEnd(community, vote.roundId, -1);
    expect(await closeVoting(community, vote.roundId)).toEqual({ done: false, reason: "not_opened" });
    expect(await closeVoting(community, newId())).toEqual({ done: false, reason: "no_such_round" });
  });

  it("S-5 does not close or open the vote of another community", async () => {
    const other = await plantCommunity("close-other");
    const theirs = await plantVote(other, await plantDistrict(other));
    await moveVotingEnd(other, theirs.roundId, -1);
    expect(await closeVoting(community, theirs.roundId)).toEqual({ done: false, reason: "no_such_round" });
    expect(await openBallots(community, theirs.roundId)).toEqual({ done: false, reason: "not_closed" });
  });
});

describe("openBallots", () => {
  it("gives the choices of each list without names, and nothing before close", async () => {
    const vote = await plantVote(community, district);
    const people = await Promise.all(Array.from({ length: 6 }, () => plantResident(community, district)));
    const [one = "", two = "", three = ""] = vote.city.projects;
    const [own = ""] = vote.own.projects;
    const choices = [[one], [one, two], [two, three, own], [own], [one, own], [three]];
    for (const [index, person] of people.entries()) await voteFor(vote, person, choices[index] ?? []);
    expect(await openBallots(community, vote.roundId)).toEqual({ done: false, reason: "not_closed" });
    await closedVote(vote);
    const opened = await openBallots(community, vote.roundId);
    if (!opened.done) throw new Error(opened.reason);
    const sorted = (envelopeId: string) =>
      opened.value.ballots
        .get(envelopeId)
        ?.map((ballot) => [...ballot].sort().join())
        .sort();
    const expected = (ballots: string[][]) => ballots.map((ballot) => [...ballot].sort().join()).sort();
    expect(opened.value).toMatchObject({ boxes: 6, unopened: [] });
    expect(sorted(vote.city.envelopeId)).toEqual(expected([[one], [one, two], [two, three], [one], [three]]));
    expect(sorted(vote.own.envelopeId)).toEqual(expected([[own], [own], [own]]));
    const everything = JSON.stringify([...opened.value.ballots]);
    expect(people.some(({ id }) => everything.includes(id))).toBe(false);
  });

  it("I-1 I-10 reports boxes that were swapped, altered or made up, and counts the rest", async () => {
    const vote = await plantVote(community, district);
    const people = await Promise.all(Array.from({ length: 4 }, () => plantResident(community, district)));
    for (const person of people) await voteFor(vote, person, [vote.city.projects[0] ?? ""]);
    const box = (person: Resident | undefined) =>
      and(
        eq(sealedBallot.communityId, community.id),
        eq(sealedBallot.roundId, vote.roundId),
        eq(sealedBallot.personId, person?.id ?? ""),
      );
    const [first] = await database().select().from(sealedBallot).where(box(people[0]));
    await database()
      .update(sealedBallot)
      .set({ sealed: first?.sealed ?? new Uint8Array() })
      .where(box(people[1]));
    await database()
      .update(sealedBallot)
      .set({ sealed: new Uint8Array(40) })
      .where(box(people[2]));
    await closedVote(vote);
    const opened = await openBallots(community, vote.roundId);
    if (!opened.done) throw new Error(opened.reason);
    expect(opened.value.unopened.map(({ reason }) => reason)).toEqual(["sealed", "sealed"]);
    expect(opened.value.ballots.get(vote.city.envelopeId)).toHaveLength(2);
    const inRound = and(eq(participation.communityId, community.id), eq(participation.roundId, vote.roundId));
    expect(await database().$count(participation, inRound)).toBe(opened.value.boxes);
    const receipts = and(
      eq(ballotReceipt.communityId, community.id),
      eq(ballotReceipt.roundId, vote.roundId),
    );
    expect(await database().$count(ballotReceipt, receipts)).toBe(4);
  });

  it("I-3 no list holds more choices than ballots times the limit", async () => {
    const vote = await plantVote(community, district, { maxChoices: 2 });
    const people = await Promise.all(Array.from({ length: 5 }, () => plantResident(community, district)));
    for (const [index, person] of people.entries())
      await voteFor(vote, person, vote.city.projects.slice(0, 1 + (index % 3)));
    await closedVote(vote);
    const opened = await openBallots(community, vote.roundId);
    if (!opened.done) throw new Error(opened.reason);
    expect(opened.value.boxes).toBe(4);
    expect(opened.value.ballots.get(vote.city.envelopeId)?.flat().length).toBeLessThanOrEqual(
      opened.value.boxes * 2,
    );
  });
});
