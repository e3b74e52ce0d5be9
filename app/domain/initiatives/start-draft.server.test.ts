import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { initiativeDraft } from "~db/schema/initiatives";
import { guest, plantCall, plantDraft } from "../../../test/factories/initiatives";
import { plantCommunity } from "../../../test/factories/server";
import { findDraft } from "./draft-queries.server";
import { saveDraft } from "./save-draft.server";
import { startDraft } from "./start-draft.server";
import { submitDraft } from "./submit-draft.server";

let home: Community;
let call: string;

beforeAll(async () => {
  home = await plantCommunity("starting");
  call = await plantCall(home);
});

describe("beginning drafts", () => {
  it("S-53 sixty an hour from one address, and the next one hears when to come back", async () => {
    const begin = (clientAddress: string) =>
      startDraft(home, { roundId: call, language: "uk", clientAddress });
    const outcomes = [];
    for (let count = 0; count < 61; count += 1) outcomes.push(await begin("198.51.100.7"));
    expect(outcomes.slice(0, 60).every(({ done }) => done)).toBe(true);
    expect(outcomes[60]).toMatchObject({
      done: false,
      reason: "too_many",
      details: { minutes: expect.any(Number) },
    });
    expect((await begin("198.51.100.8")).done).toBe(true);
  });
});

describe("the resume link", () => {
  it("S-12 is at least 128 random bits of which only the hash is stored", async () => {
    const started = await startDraft(home, { roundId: call, language: "uk" });
    if (!started.done) throw new Error(started.reason);
    const { resume } = started.value;
    expect(Buffer.from(resume, "hex").length * 8).toBeGreaterThanOrEqual(128);
    const rows = await database().execute(
      sql`select count(*)::int as found from ${initiativeDraft} d where d.community_id = ${home.id} and d::text like ${`%${resume}%`}`,
    );
    expect(rows[0]).toEqual({ found: 0 });
    expect((await findDraft(home, resume))?.version).toBe(1);
  });

  it("S-5 opens nothing in another community, and a wrong one opens nothing anywhere", async () => {
    const other = await plantCommunity("other-drafts");
    const resume = await plantDraft(home, call);
    expect(await findDraft(other, resume)).toBeNull();
    const sent = await submitDraft(other, {
      resume,
      viewer: guest,
      language: "uk",
      origin: "http://localhost:3000",
    });
    expect(sent).toMatchObject({ reason: "no_such_draft" });
    const foreign = await saveDraft(other, resume, {
      step: "similar",
      answers: { similarSeen: true },
      seen: 1,
    });
    expect(foreign).toMatchObject({ reason: "no_such_draft" });
    for (const wrong of ["", "x", `${resume}x`, resume.toUpperCase(), "'; drop table initiative; --", "\0"]) {
      expect(await findDraft(home, wrong)).toBeNull();
    }
  });
});
