import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { findPetitionDraft } from "~/domain/petitions/petition-draft-queries.server";
import type { FormFailure } from "~/shared/form-failure";
import { plantFiled, plantPetitionDraft } from "../../../test/factories/petition-drafts";
import { plantCommunity } from "../../../test/factories/server";
import { visit } from "../../../test/harness/route";
import { loader as older, action as restoreOlder } from "./draft-older";
import { action, loader } from "./draft-text";

let home: Community;
let other: Community;
let resume: string;

beforeAll(async () => {
  home = await plantCommunity("petition-texts");
  other = await plantCommunity("petition-texts-elsewhere");
  resume = await plantPetitionDraft(home);
});

const good = { version: "99", demand: "Полагодити міст.", grounds: "Дошки зламані." };
const send = (fields: Record<string, string | string[]>, extra = {}) =>
  visit(action, home, { path: `/uk/petition-drafts/${resume}/text`, params: { resume }, fields, ...extra });
const failure = (answer: { data: unknown }) => answer.data as FormFailure;
const stored = async () => (await findPetitionDraft(home, resume))?.answers;

describe("a step of a petition's draft", () => {
  it("saves and leads to the next step, or back to the check when one came from there", async () => {
    expect(await send(good)).toMatchObject({
      status: 302,
      location: `/uk/petition-drafts/${resume}/place`,
    });
    expect(await stored()).toMatchObject({ demand: "Полагодити міст.", grounds: "Дошки зламані." });
    const fromCheck = await send(good, { path: `/uk/petition-drafts/${resume}/text?back=check` });
    expect(fromCheck.location).toBe(`/uk/petition-drafts/${resume}/check`);
  });

  it("keeps all that was typed when something is wrong", async () => {
    const answer = await send({ ...good, demand: "", grounds: "я".repeat(5_001) });
    expect(answer.status).toBe(422);
    const { errors, values } = failure(answer);
    expect(errors.map(({ field }) => field)).toEqual(["demand", "grounds"]);
    expect(values).toMatchObject({ grounds: "я".repeat(5_001) });
  });

  it("S-3 S-31 refuses fields it does not know, whatever they would set", async () => {
    const before = await stored();
    for (const name of ["state", "communityId", "filedNumber", "authorId", "rules", "number"]) {
      const answer = await send({ ...good, demand: "Інше", [name]: "1" });
      expect([answer.status, failure(answer).errors[0]?.field]).toEqual([422, name]);
    }
    expect(await stored()).toEqual(before);
  });

  it.each([
    ["NUL", "a\0b"],
    ["a lone surrogate", "a\ud800b"],
    ["a right-to-left override", "abc\u202edef"],
  ])("F-24 refuses %s with a message, and keeps the other fields", async (_, demand) => {
    const answer = await send({ ...good, demand });
    expect(answer.status).toBe(422);
    expect(failure(answer).errors).toEqual([
      { field: "demand", message: "errors.forbidden_characters", values: {} },
    ]);
    expect(failure(answer).values.grounds).toBe("Дошки зламані.");
  });

  it("F-25 a form of a session that has ended comes back filled, and nothing is saved", async () => {
    const before = await stored();
    const answer = await send({ ...good, demand: "Довгий текст за вечір" }, { formIsOurs: false });
    expect(answer.status).toBe(403);
    expect(failure(answer).values).toMatchObject({ demand: "Довгий текст за вечір" });
    expect(await stored()).toEqual(before);
  });

  it("S-5 the link of one community opens nothing in another", async () => {
    const path = `/uk/petition-drafts/${resume}/text`;
    expect((await visit(loader, other, { path, params: { resume } })).status).toBe(404);
    const answer = await visit(action, other, { path, params: { resume }, fields: good });
    expect(answer.status).toBe(404);
  });

  it("S-4 gives the page its own answers only, never the address or the name", async () => {
    const path = `/uk/petition-drafts/${resume}/text`;
    const { data } = await visit(loader, home, { path, params: { resume } });
    expect(Object.keys(data as object).sort()).toEqual(["frame", "stored"]);
    expect(JSON.stringify(data)).not.toContain("oksana@example.org");
  });

  it("F-26 leads to the confirmation once it is filed", async () => {
    const filed = await plantFiled(home);
    const path = `/uk/petition-drafts/${filed.resume}/text`;
    const params = { resume: filed.resume };
    const confirmation = `/uk/petition-drafts/${filed.resume}/filed`;
    expect((await visit(loader, home, { path, params })).location).toBe(confirmation);
    expect((await visit(action, home, { path, params, fields: good })).location).toBe(confirmation);
  });
});

describe("two tabs", () => {
  it("F-26 keep the newest answer, offer the older one, and put it back", async () => {
    const both = await plantPetitionDraft(home);
    const version = String((await findPetitionDraft(home, both))?.version);
    const at = (step: string) => ({ path: `/uk/petition-drafts/${both}/${step}`, params: { resume: both } });
    const post = (demand: string) =>
      visit(action, home, { ...at("text"), fields: { ...good, version, demand } });
    expect((await post("З першої вкладки")).location).toBe(`/uk/petition-drafts/${both}/place`);
    expect((await post("З другої вкладки")).location).toBe(`/uk/petition-drafts/${both}/older`);
    expect((await findPetitionDraft(home, both))?.answers.demand).toBe("З другої вкладки");
    const { data } = await visit(older, home, at("older"));
    expect((data as { changes: { field: string }[] }).changes.map(({ field }) => field)).toEqual(["demand"]);
    await visit(restoreOlder, home, { ...at("older"), fields: {} });
    expect((await findPetitionDraft(home, both))?.answers.demand).toBe("З першої вкладки");
  });
});
