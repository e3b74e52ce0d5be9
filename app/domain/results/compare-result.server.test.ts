import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { job } from "~db/schema/jobs";
import { round } from "~db/schema/prioritisation";
import { comparison, tally } from "~db/schema/results";
import { plantElection, wieliczka } from "../../../test/factories/results";
import { plantCommunity } from "../../../test/factories/server";
import { findComparison } from "./compare-queries.server";
import { compareResult } from "./compare-result.server";
import { importElection } from "./import-election.server";

let community: Community;
let neighbour: Community;

beforeAll(async () => {
  community = await plantCommunity("compare");
  neighbour = await plantCommunity("neighbour");
});

async function roundId(slug: string, owner = community): Promise<string> {
  const [row] = await database()
    .select({ id: round.id })
    .from(round)
    .where(and(eq(round.communityId, owner.id), eq(round.slug, slug)));
  return row?.id ?? "";
}

async function stored(owner = community): Promise<number> {
  const rows = await database()
    .select({ id: comparison.tallyId })
    .from(comparison)
    .where(eq(comparison.communityId, owner.id));
  return rows.length;
}

async function hide(slug: string): Promise<void> {
  await database()
    .update(round)
    .set({ resultPublishedAt: sql`clock_timestamp() + interval '1 hour'` })
    .where(and(eq(round.communityId, community.id), eq(round.slug, slug)));
}

describe("compareResult", () => {
  it("counts a real election by every rule a council weighs", async () => {
    const imported = await importElection(community, { file: wieliczka });
    if (!imported.done) throw new Error(imported.reason);
    const { slug } = imported.value;
    const id = await roundId(slug);
    expect(await findComparison(community, slug)).toMatchObject({ waiting: 1, failed: false });
    const [queued] = await database()
      .select({ subject: job.subject })
      .from(job)
      .where(and(eq(job.communityId, community.id), eq(job.kind, "compare-rules"), eq(job.subject, id)));
    expect(queued?.subject).toBe(id);

    await compareResult(community, id);
    const found = await findComparison(community, slug);
    expect(found?.waiting).toBe(0);
    const outcomes = found?.outcomes.get("community") ?? [];
    expect(outcomes.map(({ rule }) => rule)).toEqual([
      "mes_cost_add1_until_over",
      "greedy_votes",
      "greedy_votes_per_cost",
      "mes_cost_add1",
      "mes_cost_add1u",
      "phragmen",
    ]);
    expect(outcomes[0]).toMatchObject({ cost: "995079", votersWithWinner: 5414 });
    expect(outcomes[0]?.selected).toHaveLength(30);
    for (const { votersWithWinner, measures } of outcomes) {
      expect(measures.excluded).toBeCloseTo(1 - votersWithWinner / 6586);
    }
  });

  it("keeps what is there when it runs again, and twice at once", async () => {
    const slug = await plantElection(community, { votes: votes(60) });
    const id = await roundId(slug);
    const before = await stored();
    await Promise.all([compareResult(community, id), compareResult(community, id)]);
    const first = await findComparison(community, slug);
    await compareResult(community, id);
    expect(await findComparison(community, slug)).toEqual(first);
    expect(await stored()).toBe(before + 1);
  });

  it("neither counts nor tells anything before the hour of the result", async () => {
    const slug = await plantElection(community, { votes: votes(70) });
    const before = await stored();
    await hide(slug);
    await compareResult(community, await roundId(slug));
    expect(await stored()).toBe(before);
    expect(await findComparison(community, slug)).toBeNull();
  });

  it("hides again with its result what was counted before", async () => {
    const slug = await plantElection(community, { votes: votes(80) });
    await compareResult(community, await roundId(slug));
    expect((await findComparison(community, slug))?.outcomes.size).toBe(1);
    await hide(slug);
    expect(await findComparison(community, slug)).toBeNull();
  });

  it("A-8 leaves out lists with few ballots", async () => {
    const slug = await plantElection(community, { votes: votes(90) });
    const id = await roundId(slug);
    await database()
      .update(tally)
      .set({ record: sql`${tally.record} || '{"access": "small-group"}'::jsonb` })
      .where(and(eq(tally.communityId, community.id), eq(tally.roundId, id)));
    const before = await stored();
    await compareResult(community, id);
    expect(await stored()).toBe(before);
    const found = await findComparison(community, slug);
    expect(found).toEqual({ outcomes: new Map(), waiting: 0, failed: false });
  });

  it("DB-1 reaches no other community", async () => {
    const slug = await plantElection(community, { votes: votes(100) });
    const id = await roundId(slug);
    const before = await stored();
    await compareResult(neighbour, id);
    expect(await stored()).toBe(before);
    expect(await stored(neighbour)).toBe(0);
    await compareResult(community, id);
    expect(await findComparison(neighbour, slug)).toBeNull();
  });
});

function votes(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => `v${index};${(index % 3) + 1}`);
  return ["voter_id;vote", ...rows].join("\n");
}
