import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { readPage } from "~/shared/paging";
import { petitionAnswer } from "~db/schema/petitions";
import { thresholdFact } from "~db/schema/signatures";
import { countAll, plantPetition, plantSignatures } from "../../../test/factories/petitions";
import { plantCommunity } from "../../../test/factories/server";
import { plantDistrict } from "../../../test/factories/voting";
import { type PetitionStanding, readPetitionFilter } from "./petition-filter";
import { listOpenPetitions, listPetitions } from "./petition-list-queries.server";

let home: Community;
const numbers: Record<string, number> = {};
beforeAll(async () => {
  home = await plantCommunity("petition-list");
  const plant = async (name: string, given: Parameters<typeof plantPetition>[1]) => {
    const { id, number } = await plantPetition(home, { title: name, ...given });
    numbers[name] = number;
    return id;
  };
  const districtId = await plantDistrict(home);
  await plant("ліхтарі на школі", { closesIn: 900, districtId });
  const many = await plant("лавки в парку", { closesIn: 600 });
  const waiting = await plant("міст", { state: "closed" });
  const answered = await plant("автобус", { state: "closed" });
  await plant("кіоск", { state: "refused" });
  await plant("таємниця", { state: "moderation" });
  await plantSignatures(home, many, 3);
  await countAll(home);
  const when = new Date();
  for (const petitionId of [waiting, answered])
    await database().insert(thresholdFact).values({
      communityId: home.id,
      petitionId,
      threshold: 0,
      signatures: 150,
      reachedAt: when,
      dueAt: when,
    });
  await database()
    .insert(petitionAnswer)
    .values({
      ...{ communityId: home.id, petitionId: answered, version: 1, language: "uk", signedBy: "Голова" },
      ...{ outcome: "accepted", body: "Так.", documents: [], madeBy: answered },
    });
});

const find = async (search: string) => {
  const params = new URLSearchParams(search);
  const { rows, totals } = await listPetitions(home, readPetitionFilter(params), readPage(params));
  return { titles: rows.map(({ title }) => title), totals, rows };
};

describe("the list of petitions", () => {
  it.each<[PetitionStanding, string[]]>([
    ["open", ["ліхтарі на школі", "лавки в парку"]],
    ["waiting", ["міст"]],
    ["answered", ["автобус"]],
    ["closed", ["міст", "автобус"]],
    ["refused", ["кіоск"]],
  ])("of standing %s holds those and says how many", async (standing, titles) => {
    const found = await find(`state=${standing}`);
    expect(new Set(found.titles)).toEqual(new Set(titles));
    expect(found.totals).toEqual({ open: 2, waiting: 1, answered: 1, closed: 2, refused: 1, all: 5 });
  });

  it("is sorted by what was asked", async () => {
    expect((await find("sort=signatures")).titles[0]).toBe("лавки в парку");
    expect((await find("sort=closing")).titles).toEqual(["лавки в парку", "ліхтарі на школі"]);
  });

  it("is searched by forms of words and by number, in all standings", async () => {
    expect((await find("q=ліхтарів")).titles).toContain("ліхтарі на школі");
    expect((await find("q=лавок")).titles).toContain("лавки в парку");
    expect((await find(`q=${numbers["автобус"]}`)).titles[0]).toBe("автобус");
    expect((await find("q=таємниця")).titles).not.toContain("таємниця");
  });

  it("is narrowed to a district or to the whole community", async () => {
    const { rows } = await find("");
    const code = rows.find(({ district }) => district)?.district?.code ?? "";
    expect((await find(`district=${code}`)).titles).toEqual(["ліхтарі на школі"]);
    expect((await find("district=whole")).titles).toEqual(["лавки в парку"]);
  });

  it("says how far each one is", async () => {
    const { rows } = await find("state=waiting");
    expect(rows[0]).toMatchObject({ hasReached: true, isAnswered: false, progress: { isComplete: true } });
  });
});

it("open petitions come with the soonest to close first, as many as asked for", async () => {
  const open = await listOpenPetitions(home, 1);
  expect(open.map(({ title }) => title)).toEqual(["лавки в парку"]);
});
