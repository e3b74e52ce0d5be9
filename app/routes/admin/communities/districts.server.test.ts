import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { listDistricts } from "~/domain/communities/community-queries.server";
import type { DistrictProblem } from "~/domain/communities/district-file";
import type { Administrator } from "~/domain/identity/viewer";
import { database } from "~/platform/database.server";
import { auditEvent } from "~db/schema/audit";
import { plantDistricts, squareShape } from "../../../../test/factories/communities";
import { plantAdministrator, plantPerson } from "../../../../test/factories/identity";
import { plantCommunity } from "../../../../test/factories/server";
import { visit } from "../../../../test/harness/route";
import { action as apply, loader as report } from "./district-report";
import { loader, action as send } from "./districts";
import { loader as places, action as sendPlaces } from "./places";

let home: Community;
let administrator: Administrator;

beforeAll(async () => {
  home = await plantCommunity("district-admin");
  administrator = await plantAdministrator(home);
  await plantDistricts(home, "01", "02");
});

const feature = (code: string, change: object = {}) => ({
  type: "Feature",
  properties: { code, name: `Нова назва ${code}` },
  geometry: squareShape(3),
  ...change,
});
const fileOf = (...features: object[]) => JSON.stringify({ type: "FeatureCollection", features });
const path = "/uk/admin/districts";
const upload = (text: string, name = "districts.geojson") =>
  visit(send, home, {
    path,
    viewer: administrator,
    files: [{ field: "file", name, type: "application/geo+json", bytes: new TextEncoder().encode(text) }],
  });
const paste = (text: string) => visit(send, home, { path, viewer: administrator, fields: { text } });
const at = (id: string) => ({ path: `${path}/files/${id}`, params: { id }, viewer: administrator });
const idIn = (location: string | null) => location?.split("/").at(-1) ?? "";
const codes = async () => (await listDistricts(home)).map(({ code }) => code);

describe("a file of districts", () => {
  it("is reported in full and changes nothing when a shape is wrong", async () => {
    const before = await listDistricts(home);
    const { status, data } = await upload(
      fileOf(feature("03"), feature("04", { geometry: null }), feature("05", { properties: { code: "05" } })),
    );
    expect(status).toBe(422);
    const { problems } = data as { problems: DistrictProblem[] };
    expect(problems.map(({ shape, reason }) => [shape, reason])).toEqual([
      [2, "no_geometry"],
      [3, "no_name"],
    ]);
    expect(await listDistricts(home)).toEqual(before);
  });

  it("keeps what was pasted when it is wrong, and asks for something when nothing came", async () => {
    expect((await paste("{}")).data).toMatchObject({
      values: { text: "{}" },
      problems: [{ reason: "not_collection" }],
    });
    expect(await paste(" ")).toMatchObject({ status: 422, data: { errors: [{ field: "file" }] } });
  });

  it("changes nothing before its report is read, and everything once it is applied", async () => {
    const { location } = await upload(
      fileOf(feature("02"), feature("03")),
      "C:\\\\файли\\\\нові\u202e.geojson",
    );
    const id = idIn(location);
    expect(location).toBe(`${path}/files/${id}`);
    expect(await codes()).toEqual(["01", "02"]);
    const { data } = await visit(report, home, at(id));
    expect(data).toMatchObject({
      fileName: "нові.geojson",
      untouched: ["Район 01"],
      districts: [
        { code: "02", change: "changed" },
        { code: "03", change: "added" },
      ],
    });
    const applied = await visit(apply, home, { ...at(id), fields: {} });
    expect(applied.location).toBe(`${path}?added=1&changed=1`);
    expect(await codes()).toEqual(["01", "02", "03"]);
    const acts = await database()
      .select({ actorId: auditEvent.actorId, details: auditEvent.details })
      .from(auditEvent)
      .where(and(eq(auditEvent.communityId, home.id), eq(auditEvent.actorId, administrator.id)));
    expect(acts).toEqual([
      { actorId: administrator.id, details: { added: 1, changed: 1, same: 0, untouched: 1 } },
    ]);
  });

  it("F-5 is applied once, however often the button is pressed", async () => {
    const id = idIn((await paste(fileOf(feature("09")))).location);
    const pressed = await Promise.all([1, 2, 3, 4].map(() => visit(apply, home, { ...at(id), fields: {} })));
    expect(pressed.map(({ location }) => location).sort()).toEqual([
      `${path}?added=0&changed=0`,
      `${path}?added=0&changed=0`,
      `${path}?added=0&changed=0`,
      `${path}?added=1&changed=0`,
    ]);
    expect((await visit(report, home, at(id))).status).toBe(404);
  });

  it("S-5 cannot be read or applied by another community", async () => {
    const other = await plantCommunity("district-admin-elsewhere");
    const stranger = await plantAdministrator(other);
    const id = idIn((await paste(fileOf(feature("10")))).location);
    expect((await visit(report, other, { ...at(id), viewer: stranger })).status).toBe(404);
    expect((await visit(apply, other, { ...at(id), viewer: stranger, fields: {} })).status).toBe(404);
    expect((await visit(apply, home, { ...at("not-an-id"), fields: {} })).status).toBe(404);
    expect(await codes()).not.toContain("10");
  });

  it("S-1 is for administrators", async () => {
    const resident = await plantPerson(home);
    expect((await visit(loader, home, { path, viewer: resident })).status).toBe(403);
    expect((await visit(send, home, { path, viewer: resident, fields: { text: "{}" } })).status).toBe(403);
    expect((await visit(loader, home, { path })).location).toMatch(/^\/uk\/sign-in/);
  });
});

describe("a file of streets and villages", () => {
  const sendNames = (text: string) =>
    visit(sendPlaces, home, { path: `${path}/places`, viewer: administrator, fields: { text } });

  it("is reported by line, all or nothing, and counted when it is saved", async () => {
    const wrong = await sendNames("district,kind,name\n01,street,вул. Садова\n99,street,вул. Інша");
    expect(wrong).toMatchObject({
      status: 422,
      data: { problems: [{ line: 3, reason: "unknown_district" }] },
    });
    const saved = await sendNames("district,kind,name\n01,street,вул. Садова\n02,village,с. Липівка");
    expect(saved.location).toBe(`${path}/places?saved=2`);
    const { data } = await visit(places, home, { path: `${path}/places?saved=2`, viewer: administrator });
    expect(data).toEqual({ known: 2, saved: 2 });
  });
});
