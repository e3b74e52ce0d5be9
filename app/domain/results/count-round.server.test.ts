import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { countElection } from "~/domain/tally/count";
import { readPabulib } from "~/domain/tally/pabulib-reader";
import { database } from "~/platform/database.server";
import { auditEvent } from "~db/schema/audit";
import { job } from "~db/schema/jobs";
import { project } from "~db/schema/prioritisation-projects";
import { ballotFile, projectResult, tally, turnoutDay } from "~db/schema/results";
import { plantClosedVote, plantResultDay } from "../../../test/factories/results";
import { plantCommunity } from "../../../test/factories/server";
import { type PlantedVote, plantDistrict, plantVote } from "../../../test/factories/voting";
import { countRound } from "./count-round.server";

let community: Community;

beforeAll(async () => {
  community = await plantCommunity("count");
});

/** Everybody takes the cheapest project; every second one also the dearest of the city. */
function choose(place: number, { city, own }: PlantedVote): string[] {
  const [cheap = "", middle = "", dear = ""] = city.projects;
  const [near = ""] = own.projects;
  return place % 2 === 0 ? [cheap, dear] : place % 3 === 0 ? [cheap, near] : [cheap, middle];
}

function tallies(roundId: string) {
  return database()
    .select({
      id: tally.id,
      envelopeId: tally.envelopeId,
      rule: tally.rule,
      ballots: tally.ballots,
      record: tally.record,
      sha256: tally.inputSha256,
      content: ballotFile.content,
    })
    .from(tally)
    .innerJoin(
      ballotFile,
      and(eq(ballotFile.communityId, tally.communityId), eq(ballotFile.tallyId, tally.id)),
    )
    .where(and(eq(tally.communityId, community.id), eq(tally.roundId, roundId)));
}

function resultsOf(tallyId: string) {
  return database()
    .select({
      code: project.code,
      funded: projectResult.funded,
      votes: projectResult.votes,
      place: projectResult.place,
    })
    .from(projectResult)
    .innerJoin(
      project,
      and(eq(project.communityId, projectResult.communityId), eq(project.id, projectResult.projectId)),
    )
    .where(and(eq(projectResult.communityId, community.id), eq(projectResult.tallyId, tallyId)))
    .orderBy(projectResult.place);
}

describe("countRound", () => {
  it.each([["greedy_votes"], ["mes_cost_add1u"]])(
    "I-7 publishes files that repeat the stored count by %s",
    async (allocation) => {
      const vote = await plantClosedVote(community, { people: 54, choose, rules: { allocation } });
      expect(await countRound(community, vote.roundId)).toEqual({ done: true, value: { first: true } });
      const counts = await tallies(vote.roundId);
      expect(counts.map(({ ballots }) => ballots).sort((a, b) => a - b)).toEqual([9, 54]);
      for (const { id, content, rule, record } of counts) {
        const read = readPabulib(new TextDecoder().decode(content));
        if (!read.ok) throw new Error(read.problem.cause);
        const tieOrder = [...read.value.election.projects]
          .sort((one, two) => Number(one.cost - two.cost) || (one.id < two.id ? -1 : 1))
          .map((each) => each.id);
        const again = countElection(read.value.election, rule, { tieOrder });
        if (!again.ok) throw new Error(again.problem.code);
        const { projects, ...head } = again.value;
        expect(record.count).toEqual(JSON.parse(JSON.stringify(head)));
        const stored = (await resultsOf(id)).map(({ code, funded, votes }) => [code, funded, votes]);
        expect(new Set(stored.map(String))).toEqual(
          new Set(projects.map((each) => String([each.id, each.funded, each.votes]))),
        );
        expect(read.value.officialWinners).toEqual(
          projects.filter(({ funded }) => funded).map((each) => each.id),
        );
      }
    },
  );

  it("I-11 counts the same ballots to the same winners, in whatever order the box was opened", async () => {
    const votes = await Promise.all([1, 2].map(() => plantClosedVote(community, { people: 12, choose })));
    const places = [];
    for (const vote of votes) {
      await countRound(community, vote.roundId);
      const city = (await tallies(vote.roundId)).find(
        ({ envelopeId }) => envelopeId === vote.city.envelopeId,
      );
      const rows = await resultsOf(city?.id ?? "");
      places.push(rows.map(({ funded, votes: people, place }) => [funded, people, place]));
    }
    expect(places[0]).toEqual(places[1]);
  });

  it("counts once when three workers start together, and again later", async () => {
    const vote = await plantClosedVote(community, { people: 3, choose });
    const twins = await Promise.all([1, 2, 3].map(() => countRound(community, vote.roundId)));
    expect(twins.map((outcome) => outcome.done && outcome.value.first).sort()).toEqual([false, false, true]);
    expect(await countRound(community, vote.roundId)).toEqual({ done: true, value: { first: false } });
    expect(await tallies(vote.roundId)).toHaveLength(2);
    const acts = await database()
      .select({ details: auditEvent.details })
      .from(auditEvent)
      .where(
        and(
          eq(auditEvent.communityId, community.id),
          eq(auditEvent.subjectId, vote.roundId),
          eq(auditEvent.act, "tally.run"),
        ),
      );
    expect(acts).toHaveLength(1);
    expect(Object.keys(acts[0]?.details ?? {}).sort()).toEqual(["ballotFiles", "boxes", "unopened"]);
  });

  it("says nothing of people in the file and keeps small lists for the auditors (B-10)", async () => {
    const vote = await plantClosedVote(community, { people: 4, choose });
    await countRound(community, vote.roundId);
    for (const { content, record } of await tallies(vote.roundId)) {
      const text = new TextDecoder().decode(content);
      expect(record).toMatchObject({ access: "small-group", trial: true });
      for (const id of [...vote.voters, vote.roundId]) expect(text).not.toContain(id);
      expect(text).toMatch(/VOTES\nvoter_id;vote\n1;/);
    }
  });

  it("keeps the days of turnout and queues the publishing for the day of the result", async () => {
    const vote = await plantClosedVote(community, { people: 3, choose });
    await plantResultDay(community, vote.roundId, 5);
    await countRound(community, vote.roundId);
    const days = await database()
      .select({ channel: turnoutDay.channel, voters: turnoutDay.voters })
      .from(turnoutDay)
      .where(and(eq(turnoutDay.communityId, community.id), eq(turnoutDay.roundId, vote.roundId)));
    expect(days).toEqual([{ channel: "online", voters: 3 }]);
    const [due] = await database()
      .select({ runAt: job.runAt })
      .from(job)
      .where(
        and(eq(job.communityId, community.id), eq(job.kind, "publish-result"), eq(job.subject, vote.roundId)),
      );
    expect(due?.runAt.getTime()).toBeGreaterThan(Date.now() + 4 * 3_600_000);
  });

  it("counts a vote without a single ballot", async () => {
    const vote = await plantVote(community, await plantDistrict(community));
    expect(await countRound(community, vote.roundId)).toMatchObject({ done: false, reason: "not_closed" });
    const empty = await plantClosedVote(community, { people: 0, choose });
    expect(await countRound(community, empty.roundId)).toMatchObject({ done: true });
    const counts = await tallies(empty.roundId);
    expect(counts.map(({ ballots }) => ballots)).toEqual([0, 0]);
  });

  it("S-5 does not find the vote of another community", async () => {
    const vote = await plantClosedVote(community, { people: 1, choose });
    const other = await plantCommunity("count-other");
    expect(await countRound(other, vote.roundId)).toEqual({ done: false, reason: "no_such_round" });
    expect(await tallies(vote.roundId)).toEqual([]);
  });
});
