import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import type { Viewer } from "~/domain/identity/viewer";
import { readPage } from "~/shared/paging";
import { guest, plantCall, plantInitiative, takeStep } from "../../../test/factories/initiatives";
import { plantCommunity } from "../../../test/factories/server";
import { plantDistrict, plantResident } from "../../../test/factories/voting";
import { findOwnInitiative } from "./author-queries.server";
import { listInitiatives } from "./initiative-list-queries.server";
import { findInitiative, listEvents, listVersions } from "./initiative-queries.server";
import { resubmitInitiative } from "./resubmit-initiative.server";
import { withdrawInitiative } from "./withdraw-initiative.server";

let home: Community;
let call: string;

beforeAll(async () => {
  home = await plantCommunity("rework");
  call = await plantCall(home);
});

const rework = {
  title: "Лавки та урни біля ставка",
  problem: "Ніде сісти.",
  proposal: "Дванадцять лавок із дерева.",
  beneficiaries: "Усі.",
  costGuess: 15_000_000,
  changeNote: "Уточнено кількість",
  language: "uk" as const,
};
const own = async (resume: string, viewer: Viewer = guest, community = home) => {
  const found = await findOwnInitiative(community, viewer, { resume });
  if (!found) throw new Error("Not the author.");
  return found.author;
};

describe("rework after a return", () => {
  it("adds a version beside the old one, keeps the place, and puts the initiative in line again", async () => {
    const { id, number, resume } = await plantInitiative(home, call, { latitude: 49.5, longitude: 31.5 });
    await takeStep(home, id, "return", { reason: "incomplete" });
    const outcome = await resubmitInitiative(home, await own(resume), rework);
    expect(outcome).toEqual({ done: true, value: { number, version: 2 } });
    expect(await findInitiative(home, number)).toMatchObject({
      state: "submitted",
      version: 2,
      title: "Лавки та урни біля ставка",
      placeNote: "Ставок на Садовій",
      latitude: 49.5,
      longitude: 31.5,
      costGuess: 15_000_000,
    });
    const versions = await listVersions(home, id);
    expect(versions.map(({ version, proposal }) => [version, proposal])).toEqual([
      [2, "Дванадцять лавок із дерева."],
      [1, "Поставити десять лавок і п’ять урн."],
    ]);
    const [newest] = await listEvents(home, id);
    expect(newest).toMatchObject({ step: "resubmit", note: "Уточнено кількість" });
    const found = await listInitiatives(
      home,
      { words: "дванадцяти лавок", sort: "best" },
      readPage(new URLSearchParams()),
    );
    expect(found.rows.map((row) => row.number)).toContain(number);
  });

  it("F-5 sent twice at once gives one version", async () => {
    const { id, number, resume } = await plantInitiative(home, call);
    await takeStep(home, id, "return");
    const author = await own(resume);
    const outcomes = await Promise.all([1, 2, 3].map(() => resubmitInitiative(home, author, rework)));
    expect(outcomes.filter((outcome) => outcome.done)).toHaveLength(1);
    expect((await findInitiative(home, number))?.version).toBe(2);
  });

  it("F-7 is refused after the time set at the return, by the database's clock", async () => {
    const { id, number, resume } = await plantInitiative(home, call);
    await takeStep(home, id, "return", { dueAt: new Date("2020-01-01T00:00:00Z") });
    expect(await resubmitInitiative(home, await own(resume), rework)).toEqual({
      done: false,
      reason: "rework_late",
    });
    expect(await findInitiative(home, number)).toMatchObject({ state: "returned", version: 1 });
  });

  it("S-9 is refused in any other state", async () => {
    const { resume } = await plantInitiative(home, call);
    expect(await resubmitInitiative(home, await own(resume), rework)).toEqual({
      done: false,
      reason: "wrong_state",
    });
  });
});

describe("withdrawing", () => {
  it("is the author's act, with a public reason, by link or by account", async () => {
    const resident = await plantResident(home, await plantDistrict(home));
    const { id, number } = await plantInitiative(home, call, {}, resident);
    const found = await findOwnInitiative(home, resident, { number: String(number) });
    if (!found) throw new Error("Not the author.");
    expect((await withdrawInitiative(home, found.author, { note: "Уже зробили" })).done).toBe(true);
    expect((await findInitiative(home, number))?.state).toBe("withdrawn");
    expect((await listEvents(home, id))[0]).toMatchObject({ step: "withdraw", note: "Уже зробили" });
  });

  it("S-9 is refused once the initiative is on the ballot", async () => {
    const { id, number, resume } = await plantInitiative(home, call);
    await takeStep(home, id, "admit");
    await takeStep(home, id, "put_on_ballot");
    expect(await withdrawInitiative(home, await own(resume), { note: "Пізно" })).toEqual({
      done: false,
      reason: "wrong_state",
    });
    expect((await findInitiative(home, number))?.state).toBe("on_ballot");
  });
});

describe("S-2 whose initiative it is", () => {
  it("opens to the author and to the holder of the link, and to nobody else", async () => {
    const district = await plantDistrict(home);
    const [author, neighbour] = [await plantResident(home, district), await plantResident(home, district)];
    const { number, resume } = await plantInitiative(home, call, {}, author);
    const other = await plantInitiative(home, call);
    const numbered = { number: String(number) };
    expect(await findOwnInitiative(home, author, numbered)).not.toBeNull();
    expect(await findOwnInitiative(home, guest, { resume })).not.toBeNull();
    expect(await findOwnInitiative(home, neighbour, numbered)).toBeNull();
    expect(await findOwnInitiative(home, guest, numbered)).toBeNull();
    expect(await findOwnInitiative(home, author, { resume: `${resume.slice(0, -1)}x` })).toBeNull();
    const byOther = await findOwnInitiative(home, guest, { resume: other.resume });
    expect(byOther?.initiative.number).toBe(other.number);
    expect(await findOwnInitiative(await plantCommunity("rework-elsewhere"), author, numbered)).toBeNull();
  });
});
