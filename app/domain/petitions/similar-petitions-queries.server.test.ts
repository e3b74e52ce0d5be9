import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { database, transaction } from "~/platform/database.server";
import { petitionAnswer } from "~db/schema/petitions";
import { plantAdministrator } from "../../../test/factories/identity";
import { plantPetition } from "../../../test/factories/petitions";
import { plantCommunity } from "../../../test/factories/server";
import { recordPetitionStep } from "./record-petition-step.server";
import { listSimilarPetitions } from "./similar-petitions-queries.server";

let home: Community;
beforeAll(async () => {
  home = await plantCommunity("similar");
});

const titles = async (title: string, except?: string) =>
  (await listSimilarPetitions(home, title, { except })).map((found) => found.title);
const demand = "Просимо раду.";
const plant = (title: string, given: Parameters<typeof plantPetition>[1] = {}) =>
  plantPetition(home, { title, demand, grounds: "Так треба.", ...given });

describe("similar petitions", () => {
  it("are found by other forms of their words, open ones first, refused and closed ones too", async () => {
    await plant("Зробити ремонт школи на Лісовій", { state: "refused" });
    await plant("Ремонт дахів шкіл", { state: "closed" });
    await plant("Відремонтувати школу");
    const found = await listSimilarPetitions(home, "ремонт школи");
    expect(found.map(({ state }) => state).sort()).toEqual(["closed", "open", "refused"]);
    expect(found[0]?.state).toBe("open");
  });

  it("are not the ones that only their authors may read, nor hidden ones", async () => {
    for (const state of ["gathering", "moderation", "returned", "withdrawn"] as const)
      await plant("Карусель для малечі", { state });
    await plant("Карусель для малечі й бабусь", {
      state: "refused",
      hiddenAt: sql`clock_timestamp()` as unknown as Date,
    });
    expect(await titles("Карусель для малечі")).toEqual([]);
  });

  it("tell the answer and the ground of a refusal", async () => {
    const moderator = await plantAdministrator(home);
    const answered = await plant("Басейн у парку", { state: "closed" });
    await database().insert(petitionAnswer).values({
      communityId: home.id,
      petitionId: answered.id,
      version: 1,
      language: "uk",
      signedBy: "Голова громади",
      outcome: "partly",
      body: "Так.",
      documents: [],
      madeBy: moderator.id,
    });
    const refusal = await plant("Басейн у парку для собак", { state: "moderation" });
    const step = { petitionId: refusal.id, step: "refuse" as const, actorId: moderator.id };
    await transaction((tx) => recordPetitionStep(tx, home, { ...step, ground: "outside_powers" }));
    const found = await listSimilarPetitions(home, "басейни в парку");
    const told = found.map(({ number, answered: isAnswered, ground }) => [number, isAnswered, ground]);
    expect(told.sort()).toEqual(
      [
        [answered.number, true, null],
        [refusal.number, false, "outside_powers"],
      ].sort(),
    );
  });

  it("are five at most, without the petition itself, and none for words that say nothing", async () => {
    const planted = [];
    for (let count = 0; count < 7; count += 1) planted.push(await plant("Світлофор біля лікарні"));
    const found = await listSimilarPetitions(home, "світлофори біля лікарні");
    expect(found).toHaveLength(5);
    const newest = planted.at(-1);
    expect(
      (await listSimilarPetitions(home, "світлофор", { except: newest?.id })).map(({ id }) => id),
    ).not.toContain(newest?.id);
    expect(await titles("!!! ???")).toEqual([]);
  });

  it("S-5 come from the own community only", async () => {
    const other = await plantCommunity("similar-other");
    await plantPetition(other, { title: "Дзвіниця на пагорбі" });
    expect(await titles("Дзвіниця на пагорбі")).toEqual([]);
  });

  it("S-32 are looked for with hostile words without an error", async () => {
    for (const title of ["' or 1=1 --", "лавка & | ! ( ) :*", "%_\\", "\u{1F600}"])
      await expect(listSimilarPetitions(home, title)).resolves.toBeInstanceOf(Array);
  });
});
