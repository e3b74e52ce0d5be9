import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { petitionDraft } from "~db/schema/petitions";
import { plantFiled, plantPetitionDraft } from "../../../test/factories/petition-drafts";
import { plantCommunity } from "../../../test/factories/server";
import { findPetitionDraft } from "./petition-draft-queries.server";
import { removeStalePetitionDrafts } from "./remove-stale-petition-drafts.server";
import { savePetitionAuthor } from "./save-petition-author.server";
import { startPetition } from "./start-petition.server";

let home: Community;
beforeAll(async () => {
  home = await plantCommunity("starting-petitions");
});

describe("beginning petitions", () => {
  it("S-53 sixty an hour from one address, and the next one hears when to come back", async () => {
    const begin = (clientAddress: string) => startPetition(home, { language: "uk", clientAddress });
    const outcomes = [];
    for (let count = 0; count < 61; count += 1) outcomes.push(await begin("198.51.100.7"));
    expect(outcomes.slice(0, 60).every(({ done }) => done)).toBe(true);
    expect(outcomes[60]).toMatchObject({ reason: "too_many", details: { minutes: expect.any(Number) } });
    expect((await begin("198.51.100.8")).done).toBe(true);
  });

  it("S-12 the resume link is at least 128 random bits of which only the hash is stored", async () => {
    const resume = await plantPetitionDraft(home);
    expect(Buffer.from(resume, "hex").length * 8).toBeGreaterThanOrEqual(128);
    const rows = await database().execute(
      sql`select count(*)::int as found from ${petitionDraft} d
        where d.community_id = ${home.id} and d::text like ${`%${resume}%`}`,
    );
    expect(rows[0]).toEqual({ found: 0 });
  });

  it("S-53 ten drafts a day may name one mailbox", async () => {
    const answers = { authorName: "Хтось", email: "one@example.org", consent: true } as const;
    const save = async () => {
      const resume = await plantPetitionDraft(home);
      return await savePetitionAuthor(home, resume, { answers, seen: 99 });
    };
    const outcomes = [];
    for (let count = 0; count < 11; count += 1) outcomes.push((await save()).done);
    expect(outcomes).toEqual([...Array.from({ length: 10 }, () => true), false]);
  });
});

describe("drafts that nobody goes on with", () => {
  it("S-60 are removed after sixty days; younger and filed ones stay", async () => {
    const [old, young] = [await plantPetitionDraft(home), await plantPetitionDraft(home)];
    const { resume: filed } = await plantFiled(home);
    const age = async (resume: string, days: number) => {
      const draft = await findPetitionDraft(home, resume);
      await database()
        .update(petitionDraft)
        .set({ updatedAt: sql`clock_timestamp() - make_interval(days => ${days})` })
        .where(sql`community_id = ${home.id} and id = ${draft?.id}`);
    };
    await age(old, 61);
    await age(filed, 61);
    await age(young, 59);
    await removeStalePetitionDrafts(home);
    expect(await findPetitionDraft(home, old)).toBeNull();
    expect(await findPetitionDraft(home, young)).not.toBeNull();
    expect(await findPetitionDraft(home, filed)).not.toBeNull();
  });
});
