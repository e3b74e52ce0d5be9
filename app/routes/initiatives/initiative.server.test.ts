import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import type { Viewer } from "~/domain/identity/viewer";
import { plantCall, plantInitiative, takeStep } from "../../../test/factories/initiatives";
import { plantCommunity } from "../../../test/factories/server";
import { plantDistrict, plantResident } from "../../../test/factories/voting";
import { visit } from "../../../test/harness/route";
import { loader } from "./initiative";
import { loader as list } from "./list";
import { loader as short } from "./short";
import { loader as versions } from "./versions";
import { action as withdraw, loader as withdrawPage } from "./withdraw";

let home: Community;
let other: Community;
let call: string;

beforeAll(async () => {
  home = await plantCommunity("pages");
  other = await plantCommunity("pages-elsewhere");
  call = await plantCall(home);
});

const open = (number: number | string, viewer?: Viewer, community = home) =>
  visit(loader, community, {
    path: `/uk/initiatives/${number}`,
    params: { number: String(number) },
    ...(viewer && { viewer }),
  });

describe("the page of an initiative", () => {
  it("S-2 S-4 holds public facts only: no address, no id of a person, no name that is not to be shown", async () => {
    const district = await plantDistrict(home);
    const author = await plantResident(home, district);
    const given = {
      email: "secret@example.org",
      authorName: "Таємна Авторка",
      showName: false,
      coAuthors: ["co@example.org"],
    };
    const { id, number } = await plantInitiative(home, call, { ...given, districtId: district }, author);
    await takeStep(home, id, "return", { reason: "incomplete", note: "Де саме?" });
    for (const viewer of [undefined, author]) {
      const { data } = await open(number, viewer);
      const text = JSON.stringify(data);
      for (const secret of ["secret@example.org", "co@example.org", "Таємна", author.id, author.name, id]) {
        expect(text).not.toContain(secret);
      }
    }
  });

  it("shows the author's acts to the author alone", async () => {
    const district = await plantDistrict(home);
    const [author, neighbour] = [await plantResident(home, district), await plantResident(home, district)];
    const { number } = await plantInitiative(home, call, {}, author);
    expect((await open(number, author)).data).toMatchObject({
      acts: { mayWithdraw: true, mayRework: false },
    });
    expect((await open(number, neighbour)).data).toMatchObject({ acts: null });
    expect((await open(number)).data).toMatchObject({ acts: null });
  });

  it("SC-7 is the same for every stranger and may be kept for a moment", async () => {
    const { number } = await plantInitiative(home, call);
    const answer = await open(number);
    expect(answer.headers.get("Cache-Control")).toBe("public, max-age=5");
    const listed = await visit(list, home, { path: "/uk/initiatives" });
    expect(listed.headers.get("Cache-Control")).toBe("public, max-age=5");
  });

  it("of an unlawful text keeps the number and the history, nothing of what was written", async () => {
    const { id, number } = await plantInitiative(home, call, {
      title: "Погані слова",
      problem: "Ще гірші",
      authorName: "Хтось",
    });
    await takeStep(home, id, "refuse", { reason: "unlawful_text", note: "Заклик до насильства" });
    const { data } = await open(number);
    expect(data).toMatchObject({
      title: null,
      texts: null,
      photos: [],
      refusal: { reason: "unlawful_text" },
    });
    for (const gone of ["Погані слова", "Ще гірші", "Хтось"])
      expect(JSON.stringify(data)).not.toContain(gone);
    expect((await visit(versions, home, { path: "", params: { number: String(number) } })).status).toBe(404);
  });

  it("S-5 is missing in another community, and so is any other number", async () => {
    const { number } = await plantInitiative(home, call);
    expect((await open(number, undefined, other)).status).toBe(404);
    for (const wrong of ["0", "-1", "01", "1.0", "1e3", "99999999999999999999", "abc", "", "1;drop"]) {
      expect((await open(wrong)).status).toBe(404);
      expect((await visit(versions, home, { path: "", params: { number: wrong } })).status).toBe(404);
    }
  });
});

describe("the short address", () => {
  it("leads to the page in the language the browser asks for, of those the community has", async () => {
    const go = (language: string) =>
      visit(short, home, { path: "/i/7", params: { number: "7" }, headers: { "Accept-Language": language } });
    expect((await go("ru-RU,ru;q=0.9")).location).toBe("/ru/initiatives/7");
    expect((await go("de,fr")).location).toBe("/uk/initiatives/7");
  });

  it("S-29 leads nowhere else", async () => {
    for (const number of ["//evil.example", "7/../../x", "0", "abc"]) {
      expect((await visit(short, home, { path: "/i/x", params: { number } })).status).toBe(404);
    }
  });
});

describe("withdrawing on the page", () => {
  it("S-2 is a missing page to everybody but the author", async () => {
    const district = await plantDistrict(home);
    const [author, neighbour] = [await plantResident(home, district), await plantResident(home, district)];
    const { number, resume } = await plantInitiative(home, call, {}, author);
    const path = `/uk/initiatives/${number}/withdraw`;
    const params = { number: String(number) };
    expect((await visit(withdrawPage, home, { path, params })).status).toBe(404);
    expect((await visit(withdrawPage, home, { path, params, viewer: neighbour })).status).toBe(404);
    const fields = { note: "Передумав" };
    expect((await visit(withdraw, home, { path, params, viewer: neighbour, fields })).status).toBe(404);
    expect((await visit(withdraw, other, { path, params, viewer: author, fields })).status).toBe(404);
    expect((await visit(withdrawPage, home, { path, params, viewer: author })).status).toBe(200);
    const byLink = await visit(withdraw, home, {
      path: `/uk/drafts/${resume}/withdraw`,
      params: { resume },
      fields,
    });
    expect(byLink.location).toBe(`/uk/initiatives/${number}?state=withdrawn`);
    const again = await visit(withdraw, home, { path, params, viewer: author, fields });
    expect(again.status).toBe(409);
  });
});
