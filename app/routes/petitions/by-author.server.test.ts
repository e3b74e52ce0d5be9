import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import type { Viewer } from "~/domain/identity/viewer";
import { plantPerson } from "../../../test/factories/identity";
import { plantFiled } from "../../../test/factories/petition-drafts";
import { plantCommunity } from "../../../test/factories/server";
import { visit } from "../../../test/harness/route";
import { loader } from "./by-author";
import { action as rework, loader as reworkPage } from "./by-author-rework";
import { action as withdraw } from "./by-author-withdraw";
import { action as check } from "./draft-check";
import { loader as filedPage, action as sendAgain } from "./draft-filed";
import { action as start } from "./start";

let home: Community;
let other: Community;
beforeAll(async () => {
  home = await plantCommunity("own");
  other = await plantCommunity("own-elsewhere");
});

const own = (token: string) => ({ path: `/uk/petitions/by-author/${token}`, params: { token } });
const draft = (resume: string, step: string) => ({
  path: `/uk/petition-drafts/${resume}/${step}`,
  params: { resume },
});

describe("the author's page", () => {
  it("S-4 shows what its author may know, and no address", async () => {
    const { tokens } = await plantFiled(home, { email: "hidden@example.org" });
    const { status, data } = await visit(loader, home, own(tokens.author));
    expect(status).toBe(200);
    expect(Object.keys(data as object).sort()).toEqual([
      "acts",
      "base",
      "facts",
      "hidden",
      "isPublic",
      "language",
      "number",
      "petition",
      "share",
      "standing",
      "state",
    ]);
    expect(data).toMatchObject({
      standing: { code: "gathering" },
      share: { link: `http://localhost:3000/uk/petitions/second/${tokens.second}`, needed: 7 },
    });
    expect(JSON.stringify(data)).not.toContain("hidden@example.org");
  });

  it("S-2 S-5 is missing for a wrong token, the shared link, the draft's link and another community", async () => {
    const { tokens, resume } = await plantFiled(home);
    for (const token of [tokens.second, resume, "0".repeat(40), "x", ""])
      expect((await visit(loader, home, own(token))).status).toBe(404);
    expect((await visit(loader, other, own(tokens.author))).status).toBe(404);
    const fields = { note: "Чужа" };
    for (const community of [home, other]) {
      const token = community === home ? tokens.second : tokens.author;
      expect((await visit(withdraw, community, { ...own(token), fields })).status).toBe(404);
      expect((await visit(rework, community, { ...own(token), fields })).status).toBe(404);
    }
  });

  it("withdraws with a reason, once, and says when it is too late", async () => {
    const { tokens } = await plantFiled(home);
    const page = own(tokens.author);
    expect((await visit(withdraw, home, { ...page, fields: { note: " " } })).status).toBe(422);
    const answer = await visit(withdraw, home, { ...page, fields: { note: "Уже зробили." } });
    expect(answer.location).toBe(page.path);
    expect((await visit(withdraw, home, { ...page, fields: { note: "Ще раз" } })).status).toBe(409);
    expect((await visit(loader, home, page)).data).toMatchObject({
      standing: { code: "withdrawn" },
      share: null,
    });
  });

  it("S-9 takes no rework of a petition that was not returned", async () => {
    const { tokens } = await plantFiled(home);
    const page = own(tokens.author);
    expect((await visit(reworkPage, home, page)).data).toMatchObject({ allowed: false, late: false });
    const fields = { title: "Інше", demand: "Інше", grounds: "Інше", changeNote: "Усе" };
    expect((await visit(rework, home, { ...page, fields })).status).toBe(409);
  });
});

describe("the confirmation", () => {
  type Page = { links: { share: string } | null; email: string; mayReaddress: boolean };

  it("shows the links to the author whose account proves the mailbox, and to nobody else", async () => {
    const anna = await plantPerson(home, { email: "anna.author@example.org" });
    const { resume, number, tokens } = await plantFiled(home, { email: "anna.author@example.org" }, anna);
    const see = async (viewer: Viewer) =>
      (await visit(filedPage, home, { ...draft(resume, "filed"), viewer })).data as Page;
    expect((await see(anna)).links?.share).toContain(`/petitions/second/${tokens.second}`);
    for (const viewer of [{ kind: "guest" } as const, await plantPerson(home)]) {
      const page = await see(viewer);
      expect([page.links, page.email]).toEqual([null, "anna.author@example.org"]);
      expect(JSON.stringify(page)).not.toContain(tokens.author);
    }
    const later = await visit(check, home, { ...draft(resume, "check"), fields: {} });
    expect(later.location).toBe(`/uk/petition-drafts/${resume}/filed`);
    expect(number).toBeGreaterThan(0);
  });

  it("S-5 opens in no other community, and leads an unfiled draft back", async () => {
    const { resume } = await plantFiled(home);
    const elsewhere = await visit(filedPage, other, draft(resume, "filed"));
    expect(elsewhere.location).toBe(`/uk/petition-drafts/${resume}`);
    const fields = { email: "x@example.org" };
    expect((await visit(sendAgain, other, { ...draft(resume, "filed"), fields })).status).toBe(404);
  });

  it("sends the letter again to a corrected address, and keeps a wrong one in the form", async () => {
    const { resume } = await plantFiled(home, { email: "first@example.org" });
    const page = draft(resume, "filed");
    const wrong = await visit(sendAgain, home, { ...page, fields: { email: "no address" } });
    expect([wrong.status, (wrong.data as { values: object }).values]).toEqual([422, { email: "no address" }]);
    const sent = await visit(sendAgain, home, { ...page, fields: { email: "second@example.org" } });
    expect(sent.location).toBe(`${page.path}?sent`);
    expect((await visit(filedPage, home, page)).data).toMatchObject({ email: "second@example.org" });
  });
});

describe("the start", () => {
  it("leads to the first question", async () => {
    const answer = await visit(start, home, { path: "/uk/petitions/new", fields: {} });
    expect(answer.location).toMatch(/^\/uk\/petition-drafts\/[0-9a-f]{40}\/title$/);
  });
});
