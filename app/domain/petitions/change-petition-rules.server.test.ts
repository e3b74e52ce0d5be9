import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import type { Administrator } from "~/domain/identity/viewer";
import { database } from "~/platform/database.server";
import { auditEvent } from "~db/schema/audit";
import { plantAdministrator } from "../../../test/factories/prioritisation";
import { plantCommunity } from "../../../test/factories/server";
import { changePetitionRules } from "./change-petition-rules.server";
import { presetRules } from "./rule-presets";
import { findPetitionRules, listRuleVersions } from "./rules-queries.server";

let community: Community;
let administrator: Administrator;
beforeAll(async () => {
  community = await plantCommunity("petition-rules");
  administrator = await plantAdministrator(community);
});

const rules = presetRules("russian_city");
const save = (version: number, given = rules) =>
  changePetitionRules(community, administrator, { version, rules: given });

describe("changePetitionRules", () => {
  it("keeps every version with who saved it; the newest is in force", async () => {
    expect(await findPetitionRules(community)).toMatchObject({ version: 0 });
    expect(await save(0)).toEqual({ done: true, value: { version: 1 } });
    const stricter = { ...rules, firstSignatories: 50 };
    expect(await save(1, stricter)).toMatchObject({ done: true });
    expect(await findPetitionRules(community)).toEqual({ version: 2, rules: stricter });
    const versions = await listRuleVersions(community);
    expect(versions.map(({ version, by }) => [version, by])).toEqual([
      [2, administrator.name],
      [1, administrator.name],
    ]);
    const acts = and(eq(auditEvent.communityId, community.id), eq(auditEvent.act, "petition_rules.change"));
    expect(await database().$count(auditEvent, acts)).toBe(2);
  });

  it("F-20 lets one of several administrators save who looked at the same version", async () => {
    const { version } = await findPetitionRules(community);
    const outcomes = await Promise.all(
      [11, 12, 13].map((firstSignatories) => save(version, { ...rules, firstSignatories })),
    );
    expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
    expect(outcomes.flatMap((each) => (each.done ? [] : each.reason))).toEqual([
      "changed_meanwhile",
      "changed_meanwhile",
    ]);
    expect(await save(version + 5)).toEqual({ done: false, reason: "changed_meanwhile" });
  });

  it("adds no version that says the same", async () => {
    const { version, rules: same } = await findPetitionRules(community);
    expect(await save(version, same)).toEqual({ done: false, reason: "nothing_changed" });
  });

  it("never stores rules that contradict themselves", async () => {
    const { version } = await findPetitionRules(community);
    expect(await save(version, { ...rules, thresholds: [] })).toEqual({ done: false, reason: "faulty" });
    expect((await findPetitionRules(community)).version).toBe(version);
  });
});
