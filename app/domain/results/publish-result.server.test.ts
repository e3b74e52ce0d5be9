import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { auditEvent } from "~db/schema/audit";
import { initiative } from "~db/schema/initiatives";
import { job } from "~db/schema/jobs";
import { outbox } from "~db/schema/notifications";
import { project } from "~db/schema/prioritisation-projects";
import { plantCall, plantInitiative, takeStep } from "../../../test/factories/initiatives";
import { plantClosedVote, plantResultDay } from "../../../test/factories/results";
import { plantCommunity } from "../../../test/factories/server";
import type { PlantedVote } from "../../../test/factories/voting";
import { countRound } from "./count-round.server";
import { publishResult } from "./publish-result.server";
import { communityFigures, listPublishedResults } from "./published-result-queries.server";
import { findPublishedResult } from "./result-queries.server";

const origin = "https://budget.example.org";
let community: Community;

beforeAll(async () => {
  community = await plantCommunity("publish");
});

const choose = (_place: number, { city }: PlantedVote) => city.projects.slice(0, 2);

async function countedVote(people = 3): Promise<PlantedVote> {
  const vote = await plantClosedVote(community, { people, choose });
  await countRound(community, vote.roundId);
  return vote;
}

/** An initiative on the ballot, as the given project of the vote. */
async function plantOnBallot(projectId: string): Promise<string> {
  const { id } = await plantInitiative(community, await plantCall(community));
  await takeStep(community, id, "admit");
  await takeStep(community, id, "put_on_ballot");
  await database()
    .update(project)
    .set({ initiativeId: id })
    .where(and(eq(project.communityId, community.id), eq(project.id, projectId)));
  return id;
}

async function stateOf(initiativeId: string) {
  const [row] = await database()
    .select({ state: initiative.state })
    .from(initiative)
    .where(and(eq(initiative.communityId, community.id), eq(initiative.id, initiativeId)));
  return row?.state;
}

describe("publishResult", () => {
  it("waits for the day of the result and then happens once, with initiatives and letters", async () => {
    const vote = await countedVote();
    const [cheap = "", , dear = ""] = vote.city.projects;
    const winner = await plantOnBallot(cheap);
    const loser = await plantOnBallot(dear);
    await plantResultDay(community, vote.roundId, 2);
    expect(await publishResult(community, vote.roundId, origin)).toEqual({ done: false, reason: "not_due" });
    expect(await findPublishedResult(community, vote.slug)).toBeNull();
    expect([await stateOf(winner), await stateOf(loser)]).toEqual(["on_ballot", "on_ballot"]);

    await plantResultDay(community, vote.roundId, -1);
    const twins = await Promise.all([1, 2, 3].map(() => publishResult(community, vote.roundId, origin)));
    expect(twins.map((outcome) => outcome.done && outcome.value.first).sort()).toEqual([false, false, true]);
    expect([await stateOf(winner), await stateOf(loser)]).toEqual(["funded", "not_funded"]);
    const letters = await database()
      .select({ id: outbox.id })
      .from(outbox)
      .where(eq(outbox.communityId, community.id));
    expect(letters.length).toBeGreaterThanOrEqual(2);
    const acts = await database()
      .select({ id: auditEvent.id })
      .from(auditEvent)
      .where(
        and(
          eq(auditEvent.communityId, community.id),
          eq(auditEvent.act, "result.publish"),
          eq(auditEvent.subjectId, vote.roundId),
        ),
      );
    expect(acts).toHaveLength(1);
  });

  it("queues itself anew when the day of the result was moved away", async () => {
    const vote = await countedVote(1);
    await plantResultDay(community, vote.roundId, 30);
    await publishResult(community, vote.roundId, origin);
    const [due] = await database()
      .select({ runAt: job.runAt })
      .from(job)
      .where(
        and(eq(job.communityId, community.id), eq(job.kind, "publish-result"), eq(job.subject, vote.roundId)),
      );
    expect(due?.runAt.getTime()).toBeGreaterThan(Date.now() + 29 * 3_600_000);
  });

  it("refuses what is not counted and what is not there", async () => {
    const vote = await plantClosedVote(community, { people: 1, choose });
    expect(await publishResult(community, vote.roundId, origin)).toEqual({
      done: false,
      reason: "not_counted",
    });
    const other = await plantCommunity("publish-other");
    expect(await publishResult(other, vote.roundId, origin)).toEqual({
      done: false,
      reason: "no_such_round",
    });
  });
});

describe("figures of a community", () => {
  it("S-5 adds up its own public results and nothing else", async () => {
    const own = await plantCommunity("figures");
    const empty = { rounds: 0, projects: 0, voters: 0, money: [] };
    expect(await communityFigures(own)).toEqual(empty);
    const vote = await plantClosedVote(own, { people: 3, choose });
    await countRound(own, vote.roundId);
    expect(await communityFigures(own)).toEqual(empty);
    expect(await listPublishedResults(own)).toEqual([]);
    await publishResult(own, vote.roundId, origin);
    expect(await communityFigures(own)).toEqual({
      rounds: 1,
      projects: 2,
      voters: 3,
      money: [{ currency: "UAH", spent: 600_000 }],
    });
    expect(await listPublishedResults(own)).toMatchObject([
      {
        slug: vote.slug,
        funded: 2,
        projects: 6,
        budget: 1_500_000,
        spent: 600_000,
        voters: 3,
        currency: "UAH",
      },
    ]);
    expect(await listPublishedResults(await plantCommunity("figures-other"))).toEqual([]);
  });
});
