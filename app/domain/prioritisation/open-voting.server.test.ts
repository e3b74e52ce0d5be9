import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import type { Administrator, Moderator } from "~/domain/identity/viewer";
import { findVoting } from "~/domain/voting/ballot-queries.server";
import { castBallot } from "~/domain/voting/cast-ballot.server";
import { database } from "~/platform/database.server";
import { hiddenId } from "~/shared/id";
import { auditEvent } from "~db/schema/audit";
import { initiative } from "~db/schema/initiatives";
import { project } from "~db/schema/prioritisation-projects";
import { plantInitiative, takeStep } from "../../../test/factories/initiatives";
import {
  admission,
  beginVoting,
  plantAdministrator,
  plantModerator,
  plantRound,
} from "../../../test/factories/prioritisation";
import { plantCommunity } from "../../../test/factories/server";
import { plantDistrict, plantResident } from "../../../test/factories/voting";
import { openVoting } from "./open-voting.server";
import { listProjects } from "./round-queries.server";
import type { RoundRecord } from "./round-record";
import { screenInitiative } from "./screen-initiative.server";

let community: Community;
let administrator: Administrator;
let moderator: Moderator;
const origin = "http://localhost:3000";

beforeAll(async () => {
  community = await plantCommunity("opening");
  administrator = await plantAdministrator(community);
  moderator = await plantModerator(community);
});

async function admit(round: RoundRecord, initiativeId: string, amount = 120_000) {
  const card = { ...admission(round), estimate: { amount, basis: "Прейскурант, травень 2026 року" } };
  const outcome = await screenInitiative(community, moderator, {
    initiativeId,
    version: 1,
    card,
    dueAt: null,
    origin,
  });
  if (!outcome.done) throw new Error(outcome.reason);
}

async function stateOf(id: string) {
  const own = and(eq(initiative.communityId, community.id), eq(initiative.id, id));
  return (await database().select({ state: initiative.state }).from(initiative).where(own))[0]?.state;
}

describe("openVoting", () => {
  it("puts admitted and costed initiatives on the ballot of their area, under their numbers", async () => {
    const area = await plantDistrict(community);
    const envelopes = [
      { districtId: null, amount: 100_000_000 },
      { districtId: area, amount: 50_000_000 },
    ];
    const round = await plantRound(community, administrator, { envelopes });
    const whole = await plantInitiative(community, round.id);
    const local = await plantInitiative(community, round.id, { districtId: area });
    const elsewhere = await plantInitiative(community, round.id, {
      districtId: await plantDistrict(community),
    });
    const waiting = await plantInitiative(community, round.id);
    for (const { id } of [whole, local, elsewhere]) await admit(round, id);
    await beginVoting(community, round.id);
    expect(await openVoting(community, round.id)).toEqual({
      done: true,
      value: { projects: 3, first: true },
    });
    const [city, own] = round.envelopes;
    const projects = await listProjects(community, round.id);
    expect(projects.map(({ code, envelopeId, cost }) => ({ code, envelopeId, cost }))).toEqual([
      { code: String(whole.number), envelopeId: city?.id, cost: 120_000 },
      { code: String(local.number), envelopeId: own?.id, cost: 120_000 },
      { code: String(elsewhere.number), envelopeId: city?.id, cost: 120_000 },
    ]);
    expect(await Promise.all([whole, local, waiting].map(({ id }) => stateOf(id)))).toEqual([
      "on_ballot",
      "on_ballot",
      "submitted",
    ]);
  });

  it("F-9 started twice and again later it opens once, with one key and one leaf", async () => {
    const round = await plantRound(community, administrator);
    const { id } = await plantInitiative(community, round.id);
    await admit(round, id);
    await beginVoting(community, round.id);
    const twins = await Promise.all([1, 2, 3].map(() => openVoting(community, round.id)));
    const key = (await findVoting(community, { roundId: round.id }))?.publicKey;
    const later = await openVoting(community, round.id);
    const outcomes = [...twins, later].map((outcome) => (outcome.done ? outcome.value : null));
    expect(outcomes.filter((value) => value?.first)).toHaveLength(1);
    expect(outcomes.map((value) => value?.projects)).toEqual([1, 1, 1, 1]);
    expect((await findVoting(community, { roundId: round.id }))?.publicKey).toEqual(key);
    expect(
      await database().$count(
        project,
        and(eq(project.communityId, community.id), eq(project.roundId, round.id)),
      ),
    ).toBe(1);
    const leaves = and(
      eq(auditEvent.communityId, community.id),
      eq(auditEvent.subjectId, round.id),
      eq(auditEvent.act, "voting.open"),
    );
    const [leaf, ...more] = await database()
      .select({ details: auditEvent.details })
      .from(auditEvent)
      .where(leaves);
    expect(more).toEqual([]);
    expect(leaf?.details["rulesSha256"]).toMatch(/^[0-9a-f]{64}$/);
  });

  it("S-9 opens no vote before its time, and none of a draft", async () => {
    const round = await plantRound(community, administrator);
    expect(await openVoting(community, round.id)).toEqual({ done: false, reason: "not_due" });
    expect(await openVoting(community, hiddenId())).toEqual({ done: false, reason: "no_such_round" });
    const other = await plantCommunity("opening-other");
    expect(await openVoting(other, round.id)).toEqual({ done: false, reason: "no_such_round" });
  });

  it("leaves out what the author withdrew at that moment and what no envelope can pay for", async () => {
    const round = await plantRound(community, administrator);
    const [withdrawn, dear, fine] = await Promise.all(
      [1, 2, 3].map(() => plantInitiative(community, round.id)),
    );
    if (!withdrawn || !dear || !fine) throw new Error("nothing planted");
    for (const { id } of [withdrawn, fine]) await admit(round, id);
    await admit(round, dear.id, 100_000_001);
    await beginVoting(community, round.id);
    const [opened] = await Promise.all([
      openVoting(community, round.id),
      takeStep(community, withdrawn.id, "withdraw").catch(() => {}),
    ]);
    expect(opened).toMatchObject({ done: true });
    const codes = (await listProjects(community, round.id)).map(({ code }) => code);
    expect(codes).toContain(String(fine.number));
    expect(codes).not.toContain(String(dear.number));
    expect(codes.includes(String(withdrawn.number))).toBe((await stateOf(withdrawn.id)) === "on_ballot");
  });

  it("leads from an admitted initiative to a recorded vote", async () => {
    const area = await plantDistrict(community);
    const round = await plantRound(community, administrator);
    const { id } = await plantInitiative(community, round.id);
    await admit(round, id);
    await beginVoting(community, round.id);
    await openVoting(community, round.id);
    const [line] = await listProjects(community, round.id);
    const voter = await plantResident(community, area);
    const cast = { roundId: round.id, choices: [line?.id ?? ""], castKey: hiddenId(), baseVersion: 0 };
    expect(await castBallot(community, voter, cast)).toMatchObject({ done: true, value: { version: 1 } });
  });
});
