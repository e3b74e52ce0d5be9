import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { database, transaction } from "~/platform/database.server";
import {
  attemptCount,
  familiarDevice,
  mailLink,
  person as personTable,
  residence,
  session,
} from "~db/schema/identity";
import { ageSessions, plantNamedDistrict, plantPerson } from "../../../test/factories/identity";
import { plantCommunity } from "../../../test/factories/server";
import { countAttempt } from "./attempt-limit.server";
import { createMailLink } from "./mail-link.server";
import { openDoor } from "./open-door.server";
import { removeStaleIdentity } from "./remove-stale-identity.server";

let community: Community;
beforeAll(async () => {
  community = await plantCommunity("dust");
});

const tables = { session, attemptCount, familiarDevice, mailLink, person: personTable, residence };

async function counts(): Promise<Record<string, number>> {
  const entries = Object.entries(tables).map(async ([name, table]) => {
    return [name, await database().$count(table, eq(table.communityId, community.id))] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

describe("cleaning up", () => {
  it("removes what has served its time and leaves everything else", async () => {
    const districtId = await plantNamedDistrict(community, "Центр");
    const home = { districtId, basis: "registered" as const };
    const [kept, stale, waiting] = [
      await plantPerson(community, { home }),
      await plantPerson(community, { home }),
      await plantPerson(community, { home }),
    ];
    for (const { id } of [kept, stale]) {
      await openDoor(community, id, { token: null, name: "" });
      await transaction((tx) => createMailLink(tx, community, id, "reset"));
    }
    await transaction((tx) => createMailLink(tx, community, waiting.id, "confirm"));
    await countAttempt(community, { most: 1, minutes: 15 }, "test", "now");
    const before = await counts();
    await removeStaleIdentity(community);
    expect(await counts()).toEqual(before);

    await ageSessions(community, stale.id, { created: 61 });
    const old = (column: unknown, days: number) => sql`${column} - make_interval(days => ${days})`;
    const ofStale = (table: typeof mailLink | typeof familiarDevice) =>
      and(eq(table.communityId, community.id), eq(table.personId, stale.id));
    await database()
      .update(mailLink)
      .set({ expiresAt: old(mailLink.expiresAt, 9) })
      .where(ofStale(mailLink));
    await database()
      .update(familiarDevice)
      .set({ lastUsedAt: old(familiarDevice.lastUsedAt, 366) })
      .where(ofStale(familiarDevice));
    await database()
      .update(attemptCount)
      .set({ windowStart: old(attemptCount.windowStart, 3) })
      .where(eq(attemptCount.communityId, community.id));
    await database()
      .update(personTable)
      .set({ confirmedAt: null, createdAt: old(personTable.createdAt, 10) })
      .where(and(eq(personTable.communityId, community.id), eq(personTable.id, waiting.id)));
    await removeStaleIdentity(community);
    expect(await counts()).toEqual({
      session: 1,
      attemptCount: 0,
      familiarDevice: 1,
      mailLink: 1,
      person: 2,
      residence: 2,
    });
  });
});
