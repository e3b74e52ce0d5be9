import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { createCommunity } from "~/domain/communities/create-community.server";
import { database, transaction } from "~/platform/database.server";
import { queueJob } from "~/platform/job-queue.server";
import { newId } from "~/shared/id";
import { plainRules } from "../../test/factories/voting";
import { job } from "../schema/jobs";
import { round, roundStage } from "../schema/prioritisation";
import { turnoutDay } from "../schema/results";
import { passDays } from "./pass-days.server";

const DAY = 86_400_000;
/** Its zone has no summer time, so that days are equally long whenever the test runs. */
let demo: Community;

beforeAll(async () => {
  demo = await found("played", true, "UTC");
});

async function found(slug: string, isDemo: boolean, zone = "Europe/Kyiv"): Promise<Community> {
  const given = {
    slug,
    name: { uk: slug },
    zone,
    currency: "UAH",
    languages: ["uk" as const],
  };
  const outcome = await createCommunity(given, { demo: isDemo });
  if (!outcome.done) throw new Error("the community is there already");
  return outcome.value;
}

/** A round whose vote closes so many days from now, with three days of turnout in a row. */
async function plantRound(community: Community, closesIn: number): Promise<string> {
  const id = newId();
  const own = { communityId: community.id, roundId: id };
  const at = (days: number) => new Date(Date.now() + days * DAY);
  await database()
    .insert(round)
    .values({
      communityId: community.id,
      id,
      slug: id,
      title: {},
      summary: {},
      rules: plainRules,
      lockedAt: at(-1),
    });
  await database()
    .insert(roundStage)
    .values({ ...own, kind: "voting", opensAt: at(closesIn - 10), closesAt: at(closesIn) });
  const days = ["2026-11-01", "2026-11-02", "2026-11-03"];
  await database()
    .insert(turnoutDay)
    .values(days.map((day) => ({ ...own, day, channel: "online", voters: 1 })));
  return id;
}

async function datesOf(roundId: string) {
  const [found] = await database()
    .select({ lockedAt: round.lockedAt, opensAt: roundStage.opensAt, closesAt: roundStage.closesAt })
    .from(round)
    .innerJoin(
      roundStage,
      sql`${roundStage.communityId} = ${round.communityId} and ${roundStage.roundId} = ${round.id}`,
    )
    .where(sql`${round.communityId} = ${demo.id} and ${round.id} = ${roundId}`);
  const days = await database()
    .select({ day: turnoutDay.day })
    .from(turnoutDay)
    .where(sql`${turnoutDay.communityId} = ${demo.id} and ${turnoutDay.roundId} = ${roundId}`)
    .orderBy(turnoutDay.day);
  return {
    instants: Object.values(found ?? {}).map((date) => date?.getTime() ?? 0),
    days: days.map(({ day }) => day),
  };
}

describe("passDays", () => {
  it("moves every date of a round under way, and leaves rounds that are over", async () => {
    const [open, over] = [await plantRound(demo, 5), await plantRound(demo, -5)];
    const [before, overBefore] = [await datesOf(open), await datesOf(over)];
    await passDays(demo, 3);
    const after = await datesOf(open);
    expect(after.instants).toEqual(before.instants.map((instant) => instant - 3 * DAY));
    expect(after.days).toEqual(["2026-10-29", "2026-10-30", "2026-10-31"]);
    expect(await datesOf(over)).toEqual(overBefore);
  });

  it("F-11 keeps the hour of the day when the clocks change on the way", async () => {
    const kyiv = await found("kyiv", true);
    const id = await plantRound(kyiv, 5);
    const own = and(eq(roundStage.communityId, kyiv.id), eq(roundStage.roundId, id));
    await database()
      .update(roundStage)
      .set({ closesAt: new Date("2099-10-31T22:00:00Z") })
      .where(own);
    await passDays(kyiv, 10);
    const [moved] = await database().select({ closesAt: roundStage.closesAt }).from(roundStage).where(own);
    expect(moved?.closesAt.toISOString()).toBe("2099-10-21T21:00:00.000Z");
  });

  it("brings waiting jobs nearer", async () => {
    const runAt = new Date(Date.now() + 10 * DAY);
    await transaction((tx) => queueJob(tx, demo.id, { kind: "test", subject: "later", runAt }));
    await passDays(demo, 4);
    const [moved] = await database()
      .select({ runAt: job.runAt })
      .from(job)
      .where(eq(job.communityId, demo.id));
    expect(moved?.runAt.getTime()).toBe(runAt.getTime() - 4 * DAY);
  });

  it("refuses a community that is not a demonstration", async () => {
    const real = await found("real", false);
    await expect(passDays(real, 1)).rejects.toThrow(/not a demonstration/);
  });
});
