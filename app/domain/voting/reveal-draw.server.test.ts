import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import type { Administrator } from "~/domain/identity/viewer";
import { commitmentTo } from "~/domain/tally/draw";
import { database } from "~/platform/database.server";
import { auditEvent } from "~db/schema/audit";
import { job } from "~db/schema/jobs";
import { plantAdministrator } from "../../../test/factories/prioritisation";
import { plantClosedVote } from "../../../test/factories/results";
import { plantCommunity } from "../../../test/factories/server";
import { plantDistrict, plantVote } from "../../../test/factories/voting";
import { findDraw, listAwaitedDraws } from "./draw-queries.server";
import { revealDraw } from "./reveal-draw.server";

let community: Community;
let administrator: Administrator;

beforeAll(async () => {
  community = await plantCommunity("reveal-draw");
  administrator = await plantAdministrator(community);
});

const closedVote = () =>
  plantClosedVote(community, { people: 0, choose: () => [], rules: { tieOrder: "draw" } });

function actsOf(roundId: string, act: string) {
  return database()
    .select({ actorId: auditEvent.actorId, details: auditEvent.details })
    .from(auditEvent)
    .where(
      and(
        eq(auditEvent.communityId, community.id),
        eq(auditEvent.subjectId, roundId),
        eq(auditEvent.act, act),
      ),
    );
}

describe("revealDraw", () => {
  it("saves the value, shows the seed behind the commitment and queues the count", async () => {
    const { roundId, slug } = await closedVote();
    const before = await findDraw(community, roundId);
    expect(before?.revealed).toBeNull();
    expect((await listAwaitedDraws(community)).map((draw) => draw.slug)).toContain(slug);
    const outcome = await revealDraw(community, administrator, { roundId, publicValue: "51.2345" });
    const after = await findDraw(community, roundId);
    const seed = after?.revealed?.seed ?? "";
    const commitment = before?.commitment ?? "";
    expect(outcome).toEqual({ done: true, value: { seed, commitment } });
    expect(commitmentTo(seed)).toBe(commitment);
    expect(seed).toMatch(/^[0-9a-f]{64}$/);
    expect(after).toMatchObject({ commitment, revealed: { publicValue: "51.2345" } });
    expect(await actsOf(roundId, "draw.revealed")).toEqual([
      { actorId: administrator.id, details: { publicValue: "51.2345", seed, commitment } },
    ]);
    const own = and(
      eq(job.communityId, community.id),
      eq(job.kind, "close-and-count"),
      eq(job.subject, roundId),
    );
    expect(await database().$count(job, own)).toBe(1);
    expect((await listAwaitedDraws(community)).map((draw) => draw.slug)).not.toContain(slug);
  });

  it("F-9 takes one value when five are entered at once, and no other one later", async () => {
    const { roundId } = await closedVote();
    const values = ["1", "2", "3", "4", "5"];
    const outcomes = await Promise.all(
      values.map((publicValue) => revealDraw(community, administrator, { roundId, publicValue })),
    );
    expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
    const saved = (await findDraw(community, roundId))?.revealed?.publicValue;
    expect(saved).toBe(values[outcomes.findIndex(({ done }) => done)]);
    const late = await revealDraw(community, administrator, { roundId, publicValue: "6" });
    expect(late).toEqual({ done: false, reason: "draw_revealed" });
    expect((await findDraw(community, roundId))?.revealed?.publicValue).toBe(saved);
    expect(await actsOf(roundId, "draw.revealed")).toHaveLength(1);
  });

  it("takes no value while people vote, and none for a round without a draw", async () => {
    const open = await plantVote(community, await plantDistrict(community), { tieOrder: "draw" });
    const value = { roundId: open.roundId, publicValue: "1" };
    expect(await revealDraw(community, administrator, value)).toEqual({
      done: false,
      reason: "draw_not_closed",
    });
    expect((await findDraw(community, open.roundId))?.revealed).toBeNull();
    const { roundId } = await plantClosedVote(community, { people: 0, choose: () => [] });
    expect(await revealDraw(community, administrator, { roundId, publicValue: "1" })).toEqual({
      done: false,
      reason: "no_draw",
    });
  });

  it("S-5 does not find the draw of another community", async () => {
    const { roundId } = await closedVote();
    const other = await plantCommunity("reveal-draw-other");
    const stranger = await plantAdministrator(other);
    expect(await revealDraw(other, stranger, { roundId, publicValue: "1" })).toMatchObject({
      reason: "no_draw",
    });
    expect(await findDraw(other, roundId)).toBeNull();
    expect(await listAwaitedDraws(other)).toEqual([]);
  });
});
