import { and, asc, eq, isNull } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { residence } from "~db/schema/identity";
import { plantNamedDistrict, plantPerson } from "../../../test/factories/identity";
import { plantCommunity } from "../../../test/factories/server";
import { changeResidence } from "./change-residence.server";
import { findPerson } from "./viewer-queries.server";

let community: Community;
let centre: string;
let meadow: string;
beforeAll(async () => {
  community = await plantCommunity("homes");
  centre = await plantNamedDistrict(community, "Центр");
  meadow = await plantNamedDistrict(community, "Левада");
});

function history(personId: string) {
  return database()
    .select({
      districtId: residence.districtId,
      basis: residence.basis,
      from: residence.validFrom,
      to: residence.validTo,
    })
    .from(residence)
    .where(and(eq(residence.communityId, community.id), eq(residence.personId, personId)))
    .orderBy(asc(residence.validFrom));
}

describe("a change of residence", () => {
  it("ends one dated row and begins another; the same answer again changes nothing", async () => {
    const person = await plantPerson(community, { home: { districtId: centre, basis: "registered" } });
    await changeResidence(community, person, { districtId: meadow, basis: "actual" });
    await changeResidence(community, person, { districtId: meadow, basis: "actual" });
    const rows = await history(person.id);
    expect(rows.map(({ districtId, basis }) => [districtId, basis])).toEqual([
      [centre, "registered"],
      [meadow, "actual"],
    ]);
    expect(rows[0]?.to?.getTime()).toBeLessThanOrEqual(rows[1]?.from.getTime() ?? 0);
    const found = await findPerson(community, person.id);
    expect(found?.residence).toEqual({ districtId: meadow, basis: "actual", verified: false });
  });

  it("a person who has moved away lives in no district", async () => {
    const person = await plantPerson(community, { home: { districtId: centre, basis: "registered" } });
    await changeResidence(community, person, null);
    expect((await findPerson(community, person.id))?.residence).toBeNull();
  });

  it("eight tabs at once leave one current residence", async () => {
    const person = await plantPerson(community);
    const homes = Array.from({ length: 8 }, (_, index) => ({
      districtId: index % 2 ? centre : meadow,
      basis: "registered" as const,
    }));
    await Promise.all(homes.map((home) => changeResidence(community, person, home)));
    const current = await database()
      .select({ id: residence.id })
      .from(residence)
      .where(
        and(
          eq(residence.communityId, community.id),
          eq(residence.personId, person.id),
          isNull(residence.validTo),
        ),
      );
    expect(current).toHaveLength(1);
  });

  it("S-5 refuses a district of another community", async () => {
    const person = await plantPerson(community);
    const foreign = await plantNamedDistrict(await plantCommunity("homes-other"), "Чужий");
    const outcome = await changeResidence(community, person, { districtId: foreign, basis: "actual" });
    expect(outcome).toEqual({ done: false, reason: "no_such_district" });
    expect(await history(person.id)).toEqual([]);
  });
});
