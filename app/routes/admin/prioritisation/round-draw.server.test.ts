import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import type { Administrator } from "~/domain/identity/viewer";
import { openVoting } from "~/domain/prioritisation/open-voting.server";
import { closeVoting } from "~/domain/voting/close-voting.server";
import { findDraw } from "~/domain/voting/draw-queries.server";
import { database } from "~/platform/database.server";
import { auditEvent } from "~db/schema/audit";
import { job } from "~db/schema/jobs";
import { roundDraw } from "~db/schema/voting";
import {
  beginVoting,
  plantAdministrator,
  plantDraftRound,
  plantRound,
  reread,
} from "../../../../test/factories/prioritisation";
import { plantCommunity } from "../../../../test/factories/server";
import { moveVotingEnd, plainRules } from "../../../../test/factories/voting";
import { visit } from "../../../../test/harness/route";
import * as publicRound from "../../prioritisation/round";
import * as rulesPage from "../../prioritisation/rules";
import * as rulesFile from "../../prioritisation/rules-file";
import * as recordFile from "../../results/record-file";
import * as resultPage from "../../results/result";
import * as home from "../home";
import * as overview from "./round";
import * as draw from "./round-draw";
import * as rulesForm from "./round-rules";

let community: Community;
let administrator: Administrator;

const drawSource = { uk: "Курс євро", ru: "Курс евро", en: "The euro rate" };
const rules = { ...plainRules, tieOrder: "draw" as const, drawSource };

beforeAll(async () => {
  community = await plantCommunity("draw-page");
  administrator = await plantAdministrator(community);
});

const at = (slug: string) => ({
  path: `/uk/admin/rounds/${slug}/draw`,
  params: { locale: "uk", slug },
  viewer: administrator,
});

/** A vote that opened by its calendar, and has closed unless it shall stay open. */
async function plantDraw({ closed }: { closed: boolean }) {
  const round = await plantRound(community, administrator, { rules });
  await beginVoting(community, round.id);
  await openVoting(community, round.id);
  if (closed) {
    await moveVotingEnd(community, round.id, -1);
    await closeVoting(community, round.id);
  }
  return round;
}

async function seedOf(roundId: string): Promise<string> {
  const own = and(eq(roundDraw.communityId, community.id), eq(roundDraw.roundId, roundId));
  const [row] = await database().select({ seed: roundDraw.seed }).from(roundDraw).where(own);
  return row?.seed ?? "";
}

/** Everything that readers, staff, auditors and operators get to see of a round. */
async function everythingTold(slug: string): Promise<Record<string, string>> {
  const told: Record<string, string> = {};
  const pages = {
    rulesFile,
    rulesPage,
    publicRound,
    recordFile,
    resultPage,
    home,
    overview,
    draw,
    rulesForm,
  };
  for (const [name, { loader }] of Object.entries(pages)) {
    const answer = await visit(loader, community, at(slug));
    told[name] = JSON.stringify(answer.data ?? null) + ((await answer.response?.text()) ?? "");
  }
  const acts = await database().select().from(auditEvent).where(eq(auditEvent.communityId, community.id));
  const jobs = await database().select().from(job).where(eq(job.communityId, community.id));
  return { ...told, acts: JSON.stringify(acts), jobs: JSON.stringify(jobs) };
}

type Failure = { errors: { field: string; message: string }[] };
const complaints = (answer: { data: unknown }) =>
  (answer.data as Failure).errors.map(({ field, message }) => `${field} ${message}`);

describe("the draw of a round", () => {
  it("S-55 shows the commitment from the lock on, and the seed nowhere before the value stands", async () => {
    for (const closed of [false, true]) {
      const { id, slug } = await plantDraw({ closed });
      const seed = await seedOf(id);
      const commitment = (await findDraw(community, id))?.commitment ?? "";
      expect(seed).toMatch(/^[0-9a-f]{64}$/);
      const told = await everythingTold(slug);
      expect(Object.keys(told).filter((name) => told[name]?.includes(seed))).toEqual([]);
      for (const name of ["rulesFile", "rulesPage", "publicRound", "draw", "acts"])
        expect(told[name]).toContain(commitment);
    }
  });

  it("takes the value after a check, once and for good, and shows the seed then", async () => {
    const { id, slug } = await plantDraw({ closed: true });
    const { data } = await visit(draw.loader, community, {
      ...at(slug),
      path: `${at(slug).path}?value=+51.2+`,
    });
    expect(data).toMatchObject({ value: "51.2", draw: { revealed: null } });
    expect((await everythingTold(slug))["home"]).toContain(slug);
    const save = (value: string) => visit(draw.action, community, { ...at(slug), fields: { value } });
    expect((await save("51.2")).location).toBe(`/uk/admin/rounds/${slug}/draw`);
    const second = await save("51.3");
    expect([second.status, complaints(second)]).toEqual([409, ["form prioritisation.refusal.draw_revealed"]]);
    const told = await everythingTold(slug);
    const seed = await seedOf(id);
    for (const name of ["rulesFile", "rulesPage", "publicRound", "draw", "acts"]) {
      expect(told[name]).toContain(seed);
      expect(told[name]).toContain("51.2");
    }
    expect(told["home"]).not.toContain(slug);
  });

  it("refuses an empty value and one before the close, each with its sentence", async () => {
    const closed = await plantDraw({ closed: true });
    const empty = await visit(draw.action, community, { ...at(closed.slug), fields: { value: " " } });
    expect([empty.status, complaints(empty)]).toEqual([422, ["value prioritisation.error.drawValue"]]);
    const { data } = await visit(draw.loader, community, { ...at(closed.slug), path: "/uk/x?value=" });
    expect(data).toMatchObject({ value: null, refused: true });
    const open = await plantDraw({ closed: false });
    const early = await visit(draw.action, community, { ...at(open.slug), fields: { value: "1" } });
    expect([early.status, complaints(early)]).toEqual([409, ["form prioritisation.refusal.draw_not_closed"]]);
  });

  it("has no page where the rules state an order", async () => {
    const { slug } = await plantRound(community, administrator);
    expect((await visit(draw.loader, community, at(slug))).status).toBe(404);
  });

  it("S-9 asks for the source in every language, and commits when an amendment brings the draw in", async () => {
    const fields = {
      ballot: "approval",
      maxChoices: String(plainRules.maxChoices),
      allocation: "greedy_votes",
      minimumVotes: "0",
      tieOrder: "draw",
      "bases[]": ["registered"],
      minimumAge: "18",
    };
    const draft = await plantDraftRound(community, administrator);
    const lacking = { ...fields, version: String(draft.rulesVersion), drawSource_uk: "Курс євро" };
    const refused = await visit(rulesForm.action, community, { ...at(draft.slug), fields: lacking });
    expect([refused.status, complaints(refused)]).toEqual([
      422,
      ["drawSource_ru prioritisation.error.drawSource", "drawSource_en prioritisation.error.drawSource"],
    ]);
    const { id, slug } = await plantRound(community, administrator);
    await beginVoting(community, id);
    await openVoting(community, id);
    expect(await findDraw(community, id)).toBeNull();
    const { rulesVersion } = await reread(community, slug);
    const sources = Object.fromEntries(
      Object.entries(drawSource).map(([locale, text]) => [`drawSource_${locale}`, text]),
    );
    const reason = "Рішення ради № 14 від 12 листопада.";
    const amended = { ...fields, ...sources, version: String(rulesVersion), reason };
    expect((await visit(rulesForm.action, community, { ...at(slug), fields: amended })).status).toBe(302);
    expect((await findDraw(community, id))?.commitment).toMatch(/^[0-9a-f]{64}$/);
    expect((await reread(community, slug)).rules).toMatchObject({ tieOrder: "draw", drawSource });
  });
});
