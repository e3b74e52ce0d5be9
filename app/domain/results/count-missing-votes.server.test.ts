import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { job } from "~db/schema/jobs";
import { round } from "~db/schema/prioritisation";
import { missingVotes, tally } from "~db/schema/results";
import { plantElection } from "../../../test/factories/results";
import { plantCommunity } from "../../../test/factories/server";
import { countMissingVotes } from "./count-missing-votes.server";
import { findPublishedResult } from "./result-queries.server";

let community: Community;
let neighbour: Community;

beforeAll(async () => {
  community = await plantCommunity("missing");
  neighbour = await plantCommunity("neighbour");
});

async function roundId(slug: string): Promise<string> {
  const [row] = await database()
    .select({ id: round.id })
    .from(round)
    .where(and(eq(round.communityId, community.id), eq(round.slug, slug)));
  return row?.id ?? "";
}

async function stored(owner = community): Promise<number> {
  const rows = await database()
    .select({ id: missingVotes.tallyId })
    .from(missingVotes)
    .where(eq(missingVotes.communityId, owner.id));
  return rows.length;
}

async function hide(slug: string): Promise<void> {
  await database()
    .update(round)
    .set({ resultPublishedAt: sql`clock_timestamp() + interval '1 hour'` })
    .where(and(eq(round.communityId, community.id), eq(round.slug, slug)));
}

/** What each project lacked, by its number: 1 costs 600 of 1000, 2 costs 500, 3 costs 400. */
async function shown(slug: string) {
  const result = await findPublishedResult(community, slug);
  const projects = result?.lists[0]?.projects ?? [];
  return Object.fromEntries(projects.map(({ code, missing }) => [code, missing]));
}

describe("countMissingVotes", () => {
  it("finds what each unfunded project lacked, and shows it with the result", async () => {
    const slug = await plantElection(community, { votes: votes(100) });
    const id = await roundId(slug);
    expect(await shown(slug)).toEqual({ "1": null, "2": null, "3": null });
    const [queued] = await database()
      .select({ subject: job.subject })
      .from(job)
      .where(and(eq(job.communityId, community.id), eq(job.kind, "missing-votes"), eq(job.subject, id)));
    expect(queued?.subject).toBe(id);

    await countMissingVotes(community, id);
    // 34, 33 and 33 votes: beside no. 1 there is room for 400, and no. 1 wins ties.
    expect(await shown(slug)).toEqual({
      "1": null,
      "2": { moreVotes: 2, cheaperBy: "100" },
      "3": null,
    });
  });

  it("counts Equal Shares too", async () => {
    const slug = await plantElection(community, { votes: votes(90), meta: { rule: "equalshares/add1" } });
    await countMissingVotes(community, await roundId(slug));
    const lacks = Object.values(await shown(slug)).filter((lack) => lack !== null);
    expect(lacks.length).toBeGreaterThan(0);
    for (const { moreVotes, cheaperBy } of lacks)
      expect(Number(moreVotes) + Number(cheaperBy)).toBeGreaterThan(0);
  });

  it("keeps what is there when it runs again, and twice at once", async () => {
    const slug = await plantElection(community, { votes: votes(60) });
    const id = await roundId(slug);
    const before = await stored();
    await Promise.all([countMissingVotes(community, id), countMissingVotes(community, id)]);
    const first = await shown(slug);
    await countMissingVotes(community, id);
    expect(await shown(slug)).toEqual(first);
    expect(await stored()).toBe(before + 1);
  });

  it("neither counts nor tells anything before the hour of the result", async () => {
    const slug = await plantElection(community, { votes: votes(70) });
    const before = await stored();
    await hide(slug);
    await countMissingVotes(community, await roundId(slug));
    expect(await stored()).toBe(before);
    expect(await shown(slug)).toEqual({});
  });

  it("hides again with its result what was counted before", async () => {
    const slug = await plantElection(community, { votes: votes(80) });
    await countMissingVotes(community, await roundId(slug));
    expect(Object.values(await shown(slug)).some((lack) => lack !== null)).toBe(true);
    await hide(slug);
    expect(await shown(slug)).toEqual({});
  });

  it("A-8 leaves out lists with few ballots", async () => {
    const slug = await plantElection(community, { votes: votes(65) });
    const id = await roundId(slug);
    await database()
      .update(tally)
      .set({ record: sql`${tally.record} || '{"access": "small-group"}'::jsonb` })
      .where(and(eq(tally.communityId, community.id), eq(tally.roundId, id)));
    const before = await stored();
    await countMissingVotes(community, id);
    expect(await stored()).toBe(before);
  });

  it("DB-1 reaches no other community", async () => {
    const slug = await plantElection(community, { votes: votes(110) });
    const id = await roundId(slug);
    const before = await stored();
    await countMissingVotes(neighbour, id);
    expect(await stored()).toBe(before);
    expect(await stored(neighbour)).toBe(0);
    await countMissingVotes(community, id);
    expect(await findPublishedResult(neighbour, slug)).toBeNull();
  });
});

function votes(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => `v${index};${(index % 3) + 1}`);
  return ["voter_id;vote", ...rows].join("\n");
}
