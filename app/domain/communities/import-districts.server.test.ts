import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { database } from "~/platform/database.server";
import { auditEvent } from "~db/schema/audit";
import { district } from "~db/schema/communities";
import { plantDistricts, squareShape } from "../../../test/factories/communities";
import { plantCommunity } from "../../../test/factories/server";
import type { Community } from "./community";
import { listDistricts } from "./community-queries.server";
import type { DistrictFeature } from "./district-file";
import { findDistrictAt, listDrawnDistricts } from "./district-queries.server";
import { importDistricts } from "./import-districts.server";

let community: Community;
let number = 0;

beforeEach(async () => {
  number += 1;
  community = await plantCommunity(`districts-${number}`);
});

const feature = (code: string, change: Partial<DistrictFeature> = {}): DistrictFeature => ({
  code,
  name: { uk: `Район ${code}` },
  population: 500,
  shape: squareShape(0),
  ...change,
});
const codes = async (owner = community) => (await listDistricts(owner)).map(({ code }) => code);

describe("importDistricts", () => {
  it("adds, changes by code and leaves the others, keeping ids", async () => {
    await plantDistricts(community, "01", "02", "03");
    const before = await listDistricts(community);
    const counts = await importDistricts(community, null, [
      feature("02", { name: { uk: "Лісове" }, shape: squareShape(5) }),
      feature("04"),
    ]);
    expect(counts).toEqual({ added: 1, changed: 1, same: 0, untouched: 2 });
    const after = await listDistricts(community);
    expect(after.map(({ code, name }) => [code, name.uk])).toEqual([
      ["01", "Район 01"],
      ["02", "Лісове"],
      ["03", "Район 03"],
      ["04", "Район 04"],
    ]);
    expect(after.slice(0, 3).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  it("changes nothing and records nothing when the same comes again", async () => {
    const file = [feature("01"), feature("02", { shape: squareShape(1) })];
    await importDistricts(community, null, file);
    expect(await importDistricts(community, null, file)).toEqual({
      added: 0,
      changed: 0,
      same: 2,
      untouched: 0,
    });
    const acts = await database()
      .select({ act: auditEvent.act, details: auditEvent.details })
      .from(auditEvent)
      .where(and(eq(auditEvent.communityId, community.id), eq(auditEvent.act, "districts.import")));
    expect(acts).toEqual([
      { act: "districts.import", details: { added: 2, changed: 0, same: 0, untouched: 0 } },
    ]);
  });

  it("is all or nothing", async () => {
    const broken = { ...feature("02"), population: 3e9 };
    await expect(importDistricts(community, null, [feature("01"), broken])).rejects.toThrow();
    expect(await codes()).toEqual([]);
  });

  it("takes two files at once without a double district", async () => {
    await Promise.all(
      [1, 2, 3].map((population) => importDistricts(community, null, [feature("01", { population })])),
    );
    expect(await codes()).toEqual(["01"]);
  });

  it("draws every district with few points", async () => {
    const detailed = Array.from({ length: 9_000 }, (_, index) => {
      const angle = (2 * Math.PI * index) / 9_000;
      return [30 + Math.cos(angle), 50 + Math.sin(angle)];
    });
    const shape = { type: "Polygon" as const, coordinates: [[...detailed, detailed[0] ?? []]] };
    await importDistricts(community, null, [feature("01", { shape })]);
    const [drawn] = await listDrawnDistricts(community);
    expect(drawn?.outline?.coordinates.flat(1).length).toBeLessThan(2_100);
  });

  it("S-5 touches and shows no district of another community", async () => {
    const other = await plantCommunity(`other-${number}`);
    await plantDistricts(other, "01");
    await importDistricts(community, null, [feature("01", { name: { uk: "Наш" } })]);
    expect((await listDistricts(other)).map(({ name }) => name.uk)).toEqual(["Район 01"]);
    const rows = await database()
      .select({ id: district.id })
      .from(district)
      .where(eq(district.communityId, other.id));
    expect(rows).toHaveLength(1);
  });
});

describe("findDistrictAt", () => {
  it("knows the district of a point and that a point lies outside", async () => {
    await plantDistricts(community, "01", "02");
    expect(await findDistrictAt(community, { longitude: 30.15, latitude: 50.05 })).toMatchObject({
      code: "02",
    });
    expect(await findDistrictAt(community, { longitude: 31, latitude: 50.05 })).toBeNull();
  });
});
