import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import type { Administrator } from "~/domain/identity/viewer";
import { presetRules } from "~/domain/petitions/rule-presets";
import { rulesValues } from "~/domain/petitions/rules-form";
import { findPetitionRules } from "~/domain/petitions/rules-queries.server";
import { plantNamedDistrict } from "../../../../test/factories/identity";
import { plantAdministrator } from "../../../../test/factories/prioritisation";
import { plantCommunity } from "../../../../test/factories/server";
import { visit } from "../../../../test/harness/route";
import * as publicPage from "../../petitions/rules";
import * as page from "./rules";

let community: Community;
let administrator: Administrator;
let districtId: string;
beforeAll(async () => {
  community = await plantCommunity("rules-page");
  administrator = await plantAdministrator(community);
  districtId = await plantNamedDistrict(community, "Зелений Гай");
});

const path = "/uk/admin/petition-rules";
type Failure = { errors: { field: string; message: string }[]; values: Record<string, unknown> };
const told = (answer: { data: unknown }) =>
  (answer.data as Failure).errors.map(({ field, message }) => `${field} ${message}`);

function save(version: number, change: Record<string, string> = {}) {
  const { bases, ...values } = rulesValues(presetRules("ukrainian_community"));
  const fields = { ...values, "bases[]": bases ?? [], version: String(version), ...change };
  return visit(page.action, community, { path, viewer: administrator, fields });
}

describe("the page of the rules", () => {
  it("fills the form with a preset and saves nothing by that", async () => {
    const { data } = await visit(page.loader, community, {
      path: `${path}?preset=parliament`,
      viewer: administrator,
    });
    expect(data).toMatchObject({
      version: 0,
      preset: "parliament",
      values: { threshold_2_signatures: "100000" },
    });
    expect((await findPetitionRules(community)).version).toBe(0);
  });

  it("saves a version with district thresholds and acts, which the public page tells", async () => {
    const answer = await save(0, {
      [`threshold_1_area_${districtId}`]: "20",
      basis_signers_uk: "Статут громади, ст. 24",
    });
    expect(answer.location).toBe(`${path}?saved=1`);
    const shown = await visit(publicPage.loader, community, { path: "/uk/petitions/rules" });
    expect(shown.data).toMatchObject({
      version: 1,
      rules: {
        thresholds: [{ signatures: 150, areas: [{ districtId, signatures: 20 }] }],
        basis: { signers: { uk: "Статут громади, ст. 24" } },
      },
    });
    expect(JSON.stringify(shown.data)).not.toContain(administrator.name);
  });

  it("shows what the rules get wrong and keeps what was typed", async () => {
    const answer = await save(1, { [`threshold_1_area_${districtId}`]: "151", moderation_days: "0" });
    expect([answer.status, told(answer)]).toEqual([
      422,
      [
        "threshold_1_signatures moderation.fault.areas_above_threshold",
        "form moderation.fault.term_too_short",
      ],
    ]);
    expect((answer.data as Failure).values["moderation_days"]).toBe("0");
  });

  it("F-20 the second of two administrators is told, with both versions at hand", async () => {
    expect((await save(1, { firstSignatories: "9" })).status).toBe(302);
    const second = await save(1, { firstSignatories: "11" });
    expect([second.status, told(second)]).toEqual([409, ["form moderation.refusal.changed_meanwhile"]]);
    expect((second.data as Failure).values["firstSignatories"]).toBe("11");
    const { data } = await visit(page.loader, community, { path, viewer: administrator });
    expect(data).toMatchObject({ version: 2, current: { firstSignatories: 9 } });
  });
});
