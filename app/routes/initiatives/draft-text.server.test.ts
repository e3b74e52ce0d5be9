import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { findDraft } from "~/domain/initiatives/draft-queries.server";
import type { FormFailure } from "~/shared/form-failure";
import { plantCall, plantDraft, plantInitiative } from "../../../test/factories/initiatives";
import { plantCommunity } from "../../../test/factories/server";
import { visit } from "../../../test/harness/route";
import { action, loader } from "./draft-text";

let home: Community;
let other: Community;
let call: string;
let resume: string;

beforeAll(async () => {
  home = await plantCommunity("texts");
  other = await plantCommunity("texts-elsewhere");
  call = await plantCall(home);
  resume = await plantDraft(home, call);
});

const good = { version: "99", problem: "Ніде сісти.", proposal: "Десять лавок.", beneficiaries: "Усі." };
const send = (fields: Record<string, string | string[]>, extra = {}) =>
  visit(action, home, { path: `/uk/drafts/${resume}/text`, params: { resume }, fields, ...extra });
const failure = (answer: { data: unknown }) => answer.data as FormFailure;
const stored = async () => (await findDraft(home, resume))?.answers;

describe("a step of a draft", () => {
  it("saves and leads to the next step, or back to the check when one came from there", async () => {
    expect(await send(good)).toMatchObject({ status: 302, location: `/uk/drafts/${resume}/cost` });
    expect(await stored()).toMatchObject({
      problem: "Ніде сісти.",
      proposal: "Десять лавок.",
      beneficiaries: "Усі.",
    });
    const fromCheck = await send(good, { path: `/uk/drafts/${resume}/text?back=check` });
    expect(fromCheck.location).toBe(`/uk/drafts/${resume}/check`);
  });

  it("keeps all that was typed when something is wrong", async () => {
    const answer = await send({ ...good, problem: "", proposal: "я".repeat(3_001) });
    expect(answer.status).toBe(422);
    const { errors, values } = failure(answer);
    expect(errors.map(({ field }) => field)).toEqual(["problem", "proposal"]);
    expect(values).toMatchObject({ proposal: "я".repeat(3_001), beneficiaries: "Усі." });
  });

  it("S-3 S-31 refuses fields it does not know, whatever they would set", async () => {
    const before = await stored();
    for (const name of [
      "role",
      "status",
      "state",
      "community_id",
      "communityId",
      "votes",
      "submittedNumber",
      "authorId",
    ]) {
      const answer = await send({ ...good, problem: "Інше", [name]: "1" });
      expect([answer.status, failure(answer).errors[0]?.field]).toEqual([422, name]);
    }
    expect(await stored()).toEqual(before);
  });

  it("S-39 refuses repeated fields, wrong types and names of prototypes", async () => {
    const hostile: Record<string, string | string[]>[] = [
      { problem: ["a", "b"] },
      { version: "one" },
      { version: "-1" },
      { version: "" },
      { "problem[]": ["a"] },
      { constructor: "x" },
      { prototype: "x" },
    ];
    for (const fields of [...hostile, JSON.parse('{"__proto__": "x"}')]) {
      const answer = await send({ ...good, ...fields });
      expect(answer.status).toBe(422);
    }
  });

  it.each([
    ["NUL", "a\0b"],
    ["a lone surrogate", "a\ud800b"],
    ["a right-to-left override", "abc\u202edef"],
    ["an isolate", "abc\u2066def"],
  ])("F-24 refuses %s with a message, and keeps the other fields", async (_, problem) => {
    const answer = await send({ ...good, problem });
    expect(answer.status).toBe(422);
    expect(failure(answer).errors).toEqual([
      { field: "problem", message: "errors.forbidden_characters", values: {} },
    ]);
    expect(failure(answer).values.proposal).toBe("Десять лавок.");
  });

  it("F-24 brings twins of one letter to one form", async () => {
    await send({ ...good, problem: "e\u0301 та й".normalize("NFD") });
    expect((await stored())?.problem).toBe("é та й".normalize("NFC"));
  });

  it("F-25 a form of a session that has ended comes back filled, and nothing is saved", async () => {
    const before = await stored();
    const answer = await send(
      { ...good, problem: "Довгий текст, написаний за вечір" },
      { formIsOurs: false },
    );
    expect(answer.status).toBe(403);
    expect(failure(answer).values).toMatchObject({
      problem: "Довгий текст, написаний за вечір",
      proposal: "Десять лавок.",
    });
    expect(await stored()).toEqual(before);
  });

  it("S-5 the link of one community opens nothing in another", async () => {
    const path = `/uk/drafts/${resume}/text`;
    expect((await visit(loader, other, { path, params: { resume } })).status).toBe(404);
    const answer = await visit(action, other, {
      path,
      params: { resume },
      fields: { ...good, problem: "Чуже" },
    });
    expect(answer.status).toBe(404);
    expect((await stored())?.problem).not.toBe("Чуже");
  });

  it("S-4 gives the page its own answers only, never the address or the name", async () => {
    const { data } = await visit(loader, home, { path: `/uk/drafts/${resume}/text`, params: { resume } });
    expect(Object.keys(data as object).sort()).toEqual(["frame", "stored"]);
    expect(JSON.stringify(data)).not.toContain("oksana@example.org");
  });

  it("leads to the confirmation once it is submitted", async () => {
    const sent = await plantInitiative(home, call);
    const path = `/uk/drafts/${sent.resume}/text`;
    const opened = await visit(loader, home, { path, params: { resume: sent.resume } });
    expect(opened.location).toBe(`/uk/drafts/${sent.resume}/submitted`);
    const saved = await visit(action, home, { path, params: { resume: sent.resume }, fields: good });
    expect(saved.location).toBe(`/uk/drafts/${sent.resume}/submitted`);
  });
});

describe("F-26 two tabs", () => {
  it("keep the newest answer and offer the older one", async () => {
    const both = await plantDraft(home, call);
    const draft = await findDraft(home, both);
    const version = String(draft?.version);
    const post = (problem: string) =>
      visit(action, home, {
        path: `/uk/drafts/${both}/text`,
        params: { resume: both },
        fields: { ...good, version, problem },
      });
    expect((await post("З першої вкладки")).location).toBe(`/uk/drafts/${both}/cost`);
    expect((await post("З другої вкладки")).location).toBe(`/uk/drafts/${both}/older`);
    const kept = (await findDraft(home, both))?.answers;
    expect(kept?.problem).toBe("З другої вкладки");
    expect(kept?.replaced?.answers.problem).toBe("З першої вкладки");
  });
});
