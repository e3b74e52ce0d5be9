import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import type { Administrator } from "~/domain/identity/viewer";
import { database } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { auditEvent } from "~db/schema/audit";
import { district } from "~db/schema/communities";
import { job } from "~db/schema/jobs";
import { round } from "~db/schema/prioritisation";
import {
  beginVoting,
  plantAdministrator,
  plantDraftRound,
  plantRound,
  reread,
  stagesFrom,
} from "../../../test/factories/prioritisation";
import { plantCommunity } from "../../../test/factories/server";
import { plantDistrict } from "../../../test/factories/voting";
import { changeRound } from "./change-round.server";
import { createRound } from "./create-round.server";
import { openVoting } from "./open-voting.server";
import { publishRound } from "./publish-round.server";
import { findRound, listAmendments } from "./round-queries.server";
import type { RoundRecord } from "./round-record";
import type { RoundSetup } from "./round-setup";

let community: Community;
let administrator: Administrator;
const because = "Рішення ради від 14 листопада, № 27.";

beforeAll(async () => {
  community = await plantCommunity("change");
  administrator = await plantAdministrator(community);
});

const change = (of: RoundRecord, patch: Partial<RoundSetup>, reason = "") =>
  changeRound(community, administrator, { roundId: of.id, version: of.rulesVersion, patch, reason });

async function opened() {
  const planted = await plantRound(community, administrator);
  await beginVoting(community, planted.id);
  await openVoting(community, planted.id);
  return await reread(community, planted.slug);
}

describe("createRound", () => {
  it("gives a year's address to one round only, also when two are made at once", async () => {
    const text = { uk: "Бюджет 2031" };
    const made = await Promise.all(
      [1, 2].map(() => createRound(community, administrator, { slug: "2031", title: text, summary: text })),
    );
    expect(made.filter(({ done }) => done)).toHaveLength(1);
    expect(made.find(({ done }) => !done)).toEqual({ done: false, reason: "slug_taken" });
  });
});

describe("changeRound", () => {
  it("changes parts of a draft and keeps the id of an envelope that stays", async () => {
    const before = await plantDraftRound(community, administrator);
    const area = await plantDistrict(community);
    const envelopes = [
      { districtId: null, amount: 7 },
      { districtId: area, amount: 5 },
    ];
    expect(await change(before, { envelopes, criteria: [] })).toMatchObject({ done: true });
    const after = await reread(community, before.slug);
    expect(after.envelopes.map(({ districtId, amount }) => ({ districtId, amount }))).toEqual(envelopes);
    expect(after.envelopes[0]?.id).toBe(before.envelopes[0]?.id);
    expect(after.criteria).toEqual([]);
    await change(after, { envelopes: envelopes.slice(1) });
    expect((await reread(community, before.slug)).envelopes.map(({ districtId }) => districtId)).toEqual([
      area,
    ]);
  });

  it("F-20 of two administrators at one version the second is told, and both acts stand in the record", async () => {
    const seen = await plantDraftRound(community, administrator);
    const other = await plantAdministrator(community);
    const sum = (amount: number) => ({ envelopes: [{ districtId: null, amount }] });
    const answers = await Promise.all([
      change(seen, sum(1)),
      changeRound(community, other, {
        roundId: seen.id,
        version: seen.rulesVersion,
        patch: sum(2),
        reason: "",
      }),
    ]);
    expect(answers.filter(({ done }) => done)).toHaveLength(1);
    expect(answers.find(({ done }) => !done)).toEqual({ done: false, reason: "changed_meanwhile" });
    const merged = await reread(community, seen.slug);
    expect(await change(merged, sum(3))).toMatchObject({ done: true });
    const acts = await database()
      .select({ actorId: auditEvent.actorId, details: auditEvent.details })
      .from(auditEvent)
      .where(
        and(
          eq(auditEvent.communityId, community.id),
          eq(auditEvent.subjectId, seen.id),
          eq(auditEvent.act, "round.change"),
        ),
      );
    expect(acts.map(({ details }) => details["version"]).sort()).toEqual([2, 3, 4]);
  });

  it("S-9 changes a locked round only with a reason, as a published amendment", async () => {
    const locked = await opened();
    const rules = { ...locked.rules, minimumVotes: 10 };
    expect(await change(locked, { rules })).toEqual({ done: false, reason: "reason_required" });
    expect(await change(locked, { rules: { ...rules, maxChoices: 9 } }, because)).toEqual({
      done: false,
      reason: "ballot_fixed",
    });
    expect((await reread(community, locked.slug)).rules).toEqual(locked.rules);
    expect(await change(locked, { rules }, because)).toMatchObject({ done: true });
    expect(await listAmendments(community, locked.id)).toMatchObject([
      { number: 1, reason: because, changes: [{ field: "rules.minimumVotes", before: "0", after: "10" }] },
    ]);
  });

  it("S-9 a change decided before the lock and written after it does not slip in", async () => {
    const planted = await plantRound(community, administrator);
    await beginVoting(community, planted.id);
    const [openedNow, changed] = await Promise.all([
      openVoting(community, planted.id),
      change(planted, { rules: { ...planted.rules, maxChoices: 1 } }),
    ]);
    expect(openedNow).toMatchObject({ done: true });
    const after = await reread(community, planted.slug);
    expect(after.rules.maxChoices === 1).toBe(changed.done);
    expect(await change(after, { rules: { ...after.rules, maxChoices: 2 } })).toEqual({
      done: false,
      reason: "ballot_fixed",
    });
  });

  it("moves the opening and the close with the calendar, by the last word", async () => {
    const planted = await plantRound(community, administrator);
    const due = async (kind: string) => {
      const own = and(eq(job.communityId, community.id), eq(job.subject, planted.id), eq(job.kind, kind));
      return (await database().select({ runAt: job.runAt }).from(job).where(own)).map(({ runAt }) =>
        runAt.getTime(),
      );
    };
    const stages = stagesFrom(5);
    await change(planted, { stages });
    expect(await due("open-voting")).toEqual([stages[2]?.opensAt.getTime()]);
    expect(await due("close-and-count")).toEqual([stages[2]?.closesAt.getTime()]);
  });

  it("S-5 reaches no round and no district of another community", async () => {
    const other = await plantCommunity("change-other");
    const theirs = await plantDraftRound(other, await plantAdministrator(other));
    await expect(change(theirs, { criteria: [] })).rejects.toMatchObject({ status: 404 });
    expect(await findRound(community, theirs.slug)).toBeNull();
    const own = await plantDraftRound(community, administrator);
    const foreign = newId();
    await database()
      .insert(district)
      .values({ communityId: other.id, id: foreign, code: "X", name: { uk: "Чужий" } });
    await expect(change(own, { envelopes: [{ districtId: foreign, amount: 1 }] })).rejects.toThrow();
  });
});

describe("publishRound", () => {
  it("S-9 refuses an incomplete round and a stale version, and queues both jobs once when it is complete", async () => {
    const draft = await plantDraftRound(community, administrator, { envelopes: [] });
    const publish = (version: number) =>
      publishRound(community, administrator, { roundId: draft.id, version });
    expect(await publish(draft.rulesVersion)).toEqual({ done: false, reason: "incomplete" });
    await change(draft, { envelopes: [{ districtId: null, amount: 1 }] });
    expect(await publish(draft.rulesVersion)).toEqual({ done: false, reason: "changed_meanwhile" });
    const twice = await Promise.all([publish(draft.rulesVersion + 1), publish(draft.rulesVersion + 1)]);
    expect(twice.every(({ done }) => done)).toBe(true);
    expect(
      await database().$count(job, and(eq(job.communityId, community.id), eq(job.subject, draft.id))),
    ).toBe(2);
    expect(await findRound(community, draft.slug)).not.toBeNull();
  });

  it("shows a draft to nobody", async () => {
    const draft = await plantDraftRound(community, administrator);
    expect(await findRound(community, draft.slug)).toBeNull();
    expect(
      await database().$count(round, and(eq(round.communityId, community.id), eq(round.id, draft.id))),
    ).toBe(1);
  });
});
