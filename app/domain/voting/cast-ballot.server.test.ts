import { and, eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { setClock } from "~/platform/clock.server";
import { database } from "~/platform/database.server";
import { hiddenId } from "~/shared/id";
import { auditEvent } from "~db/schema/audit";
import { round } from "~db/schema/prioritisation";
import { ballotReceipt, participation, sealedBallot } from "~db/schema/voting";
import { plantCommunity } from "../../../test/factories/server";
import {
  holdBox,
  moveVotingEnd,
  type PlantedVote,
  plantDistrict,
  plantResident,
  plantVote,
  untilWaiting,
} from "../../../test/factories/voting";
import { findOwnVote, findVoting, isReceiptRecorded } from "./ballot-queries.server";
import { castBallot } from "./cast-ballot.server";
import { closeVoting } from "./close-voting.server";

let community: Community;
let district: string;

beforeAll(async () => {
  community = await plantCommunity("cast");
  district = await plantDistrict(community);
});
afterEach(() => setClock());

const first = (vote: PlantedVote, choices = [vote.city.projects[0] ?? ""]) => ({
  roundId: vote.roundId,
  choices,
  castKey: hiddenId(),
  baseVersion: 0,
});

async function rowsOf(vote: PlantedVote) {
  const own = (table: typeof participation | typeof sealedBallot | typeof ballotReceipt) =>
    database().$count(table, and(eq(table.communityId, community.id), eq(table.roundId, vote.roundId)));
  return {
    people: await own(participation),
    boxes: await own(sealedBallot),
    receipts: await own(ballotReceipt),
  };
}

describe("castBallot", () => {
  it("records a vote, and its change, under one row", async () => {
    const vote = await plantVote(community, district);
    const anna = await plantResident(community, district);
    const sent = await castBallot(community, anna, first(vote));
    expect(sent).toMatchObject({ done: true, value: { version: 1, repeated: false } });
    const changed = await castBallot(community, anna, {
      ...first(vote, vote.own.projects.slice(0, 2)),
      baseVersion: 1,
    });
    expect(changed).toMatchObject({ done: true, value: { version: 2 } });
    expect(await rowsOf(vote)).toEqual({ people: 1, boxes: 1, receipts: 2 });
    expect(await findOwnVote(community, vote.roundId, anna.id)).toMatchObject({
      version: 2,
      channel: "online",
    });
  });

  it("B-4 the public check knows a replaced receipt too, and no invented one", async () => {
    const vote = await plantVote(community, district);
    const anna = await plantResident(community, district);
    const sent = await castBallot(community, anna, first(vote));
    const changed = await castBallot(community, anna, { ...first(vote), baseVersion: 1 });
    if (!sent.done || !changed.done) throw new Error("not recorded");
    const known = (code: string) => isReceiptRecorded(community, vote.roundId, code);
    expect(await Promise.all([known(sent.value.receipt), known(changed.value.receipt)])).toEqual([
      true,
      true,
    ]);
    expect(await known("0000000000AAAAAAAAAA")).toBe(false);
  });

  it("R-24 eight identical votes at once and one sent again later: one row, the same answer", async () => {
    const vote = await plantVote(community, district);
    const anna = await plantResident(community, district);
    const cast = first(vote);
    const answers = await Promise.all(Array.from({ length: 8 }, () => castBallot(community, anna, cast)));
    const again = await castBallot(community, anna, cast);
    const receipts = [...answers, again].map((answer) =>
      answer.done ? answer.value.receipt : answer.reason,
    );
    expect(new Set(receipts).size).toBe(1);
    expect(receipts[0]).toMatch(/^[0-9A-Z]{20}$/);
    expect(answers.filter((answer) => answer.done && !answer.value.repeated)).toHaveLength(1);
    expect(await rowsOf(vote)).toEqual({ people: 1, boxes: 1, receipts: 1 });
  });

  it("F-5 fifty votes of one person from many tabs at once leave one live ballot and one chain of receipts", async () => {
    const vote = await plantVote(community, district);
    const anna = await plantResident(community, district);
    const tabs = Array.from({ length: 50 }, (_, tab) => first(vote, [vote.city.projects[tab % 3] ?? ""]));
    const answers = await Promise.all(tabs.map((tab) => castBallot(community, anna, tab)));
    expect(answers.filter(({ done }) => done)).toHaveLength(1);
    expect(answers.flatMap((answer) => (answer.done ? [] : answer.reason))).toEqual(
      new Array(49).fill("changed_elsewhere"),
    );
    expect(await rowsOf(vote)).toEqual({ people: 1, boxes: 1, receipts: 1 });
  });

  it("F-6 a recorded vote sent again after a later change has no effect", async () => {
    const vote = await plantVote(community, district);
    const anna = await plantResident(community, district);
    const recorded = first(vote, [vote.city.projects[0] ?? ""]);
    await castBallot(community, anna, recorded);
    await castBallot(community, anna, { ...first(vote, [vote.city.projects[1] ?? ""]), baseVersion: 1 });
    const own = and(eq(sealedBallot.communityId, community.id), eq(sealedBallot.roundId, vote.roundId));
    const [before] = await database().select().from(sealedBallot).where(own);
    expect(await castBallot(community, anna, recorded)).toEqual({ done: false, reason: "changed_elsewhere" });
    expect(await database().select().from(sealedBallot).where(own)).toEqual([before]);
  });

  it("F-7 the database's clock decides a second before, at and after the end, and says which", async () => {
    const vote = await plantVote(community, district);
    const [anna, borys, vira] = await Promise.all([1, 2, 3].map(() => plantResident(community, district)));
    if (!anna || !borys || !vira) throw new Error("no residents");
    await moveVotingEnd(community, vote.roundId, 30);
    expect(await castBallot(community, anna, first(vote))).toMatchObject({ done: true });
    await moveVotingEnd(community, vote.roundId, 0);
    expect(await castBallot(community, borys, first(vote))).toEqual({ done: false, reason: "closed" });
    await moveVotingEnd(community, vote.roundId, -1);
    expect(await castBallot(community, vira, first(vote))).toEqual({ done: false, reason: "closed" });
    expect(await rowsOf(vote)).toEqual({ people: 1, boxes: 1, receipts: 1 });
  });

  it("SC-8 a vote checked before the end and written after it is refused by its own statement", async () => {
    const vote = await plantVote(community, district);
    const anna = await plantResident(community, district);
    const box = await holdBox(community, vote.roundId);
    const sent = castBallot(community, anna, first(vote));
    await untilWaiting(1);
    await moveVotingEnd(community, vote.roundId, 0);
    await box.release();
    expect(await sent).toEqual({ done: false, reason: "closed" });
    expect(await rowsOf(vote)).toEqual({ people: 0, boxes: 0, receipts: 0 });
  });

  it("SC-9 a closed box stays shut, even when the end is moved and another clock runs behind", async () => {
    const vote = await plantVote(community, district);
    const anna = await plantResident(community, district);
    await moveVotingEnd(community, vote.roundId, -1);
    expect(await closeVoting(community, vote.roundId)).toMatchObject({ done: true, value: { first: true } });
    await moveVotingEnd(community, vote.roundId, 3600);
    expect(await castBallot(community, anna, first(vote))).toEqual({ done: false, reason: "closed" });
    expect((await findVoting(community, { roundId: vote.roundId }))?.state).toBe("closed");
  });

  it.each([10, -10])("F-10 a server clock %d minutes off changes no deadline", async (minutes) => {
    setClock(() => new Date(Date.now() + minutes * 60_000));
    const vote = await plantVote(community, district);
    const [anna, borys] = await Promise.all([1, 2].map(() => plantResident(community, district)));
    if (!anna || !borys) throw new Error("no residents");
    await moveVotingEnd(community, vote.roundId, 60);
    expect(await castBallot(community, anna, first(vote))).toMatchObject({ done: true });
    await moveVotingEnd(community, vote.roundId, -60);
    expect(await castBallot(community, borys, first(vote))).toEqual({ done: false, reason: "closed" });
  });

  it("S-9 refuses a vote before the rules are locked, and one in a round that is not published", async () => {
    const vote = await plantVote(community, district);
    const anna = await plantResident(community, district);
    const own = and(eq(round.communityId, community.id), eq(round.id, vote.roundId));
    await database().update(round).set({ lockedAt: null }).where(own);
    expect(await castBallot(community, anna, first(vote))).toEqual({ done: false, reason: "not_open" });
    await database().update(round).set({ publishedAt: null }).where(own);
    await expect(castBallot(community, anna, first(vote))).rejects.toMatchObject({ status: 404 });
  });

  it("I-6 a person who voted on paper has no second, electronic ballot", async () => {
    const vote = await plantVote(community, district);
    const anna = await plantResident(community, district);
    await database().insert(participation).values({
      communityId: community.id,
      roundId: vote.roundId,
      personId: anna.id,
      channel: "paper",
      votedOn: "2026-11-01",
    });
    expect(await castBallot(community, anna, first(vote))).toEqual({ done: false, reason: "voted_on_paper" });
    expect(await rowsOf(vote)).toEqual({ people: 1, boxes: 0, receipts: 0 });
  });

  it("S-5 knows no round, project or list of another community or district", async () => {
    const vote = await plantVote(community, district);
    const other = await plantCommunity("cast-other");
    const theirs = await plantVote(other, await plantDistrict(other));
    const anna = await plantResident(community, district);
    await expect(castBallot(community, anna, first(theirs))).rejects.toMatchObject({ status: 404 });
    const foreign = first(vote, [theirs.city.projects[0] ?? ""]);
    expect(await castBallot(community, anna, foreign)).toEqual({ done: false, reason: "unknown_project" });
    const elsewhere = await plantResident(community, await plantDistrict(community));
    const notTheirs = first(vote, [vote.own.projects[0] ?? ""]);
    expect(await castBallot(community, elsewhere, notTheirs)).toEqual({
      done: false,
      reason: "unknown_project",
    });
  });

  it("refuses who may not vote and what is over the limit, whatever the page showed", async () => {
    const vote = await plantVote(community, district, { ballot: "knapsack" });
    const anna = await plantResident(community, district);
    const child = { ...anna, bornOn: "2020-01-01" };
    expect(await castBallot(community, child, first(vote))).toEqual({ done: false, reason: "not_eligible" });
    const dear = first(vote, vote.own.projects);
    expect(await castBallot(community, anna, dear)).toMatchObject({ done: false, reason: "too_expensive" });
    expect(await castBallot(community, anna, first(vote, []))).toEqual({
      done: false,
      reason: "nothing_chosen",
    });
    expect(await rowsOf(vote)).toEqual({ people: 0, boxes: 0, receipts: 0 });
  });

  it("writes nothing about a vote into the record of acts", async () => {
    const vote = await plantVote(community, district);
    await castBallot(community, await plantResident(community, district), first(vote));
    const own = and(eq(auditEvent.communityId, community.id), eq(auditEvent.subjectId, vote.roundId));
    expect(await database().$count(auditEvent, own)).toBe(0);
  });
});
