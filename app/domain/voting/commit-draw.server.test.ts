import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { database, transaction } from "~/platform/database.server";
import { auditEvent } from "~db/schema/audit";
import { roundDraw } from "~db/schema/voting";
import { plantCommunity } from "../../../test/factories/server";
import { plantDistrict, plantVote } from "../../../test/factories/voting";
import { commitDraw } from "./commit-draw.server";

let community: Community;

beforeAll(async () => {
  community = await plantCommunity("commit-draw");
});

function actsOf(roundId: string) {
  return database()
    .select({ details: auditEvent.details })
    .from(auditEvent)
    .where(
      and(
        eq(auditEvent.communityId, community.id),
        eq(auditEvent.subjectId, roundId),
        eq(auditEvent.act, "draw.committed"),
      ),
    );
}

describe("commitDraw", () => {
  it("F-9 chooses one seed however often it runs; the record of the act holds the commitment alone", async () => {
    const { roundId } = await plantVote(community, await plantDistrict(community));
    const commit = () => transaction((tx) => commitDraw(tx, community, roundId));
    await Promise.all([commit(), commit(), commit()]);
    const [first, ...more] = await database()
      .select()
      .from(roundDraw)
      .where(eq(roundDraw.communityId, community.id));
    expect(more).toEqual([]);
    await commit();
    expect(await actsOf(roundId)).toEqual([{ details: { commitment: first?.commitment } }]);
    expect(first).toMatchObject({ publicValue: null, revealedAt: null });
  });

  it("never chooses the same seed twice", async () => {
    const rounds = await Promise.all(
      [1, 2, 3].map(async () => plantVote(community, await plantDistrict(community), { tieOrder: "draw" })),
    );
    const seeds = await database()
      .select({ seed: roundDraw.seed })
      .from(roundDraw)
      .where(eq(roundDraw.communityId, community.id));
    expect(new Set(seeds.map(({ seed }) => seed)).size).toBe(seeds.length);
    expect(seeds.length).toBeGreaterThanOrEqual(rounds.length);
  });
});
