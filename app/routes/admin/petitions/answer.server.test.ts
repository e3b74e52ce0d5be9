import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import type { Clerk } from "~/domain/identity/viewer";
import { listAnswers } from "~/domain/petitions/response-queries.server";
import { dutyRules, mailedSteps, plantClerk, plantDuty } from "../../../../test/factories/answers";
import { plantPerson } from "../../../../test/factories/identity";
import { plantPetition } from "../../../../test/factories/petitions";
import { plantCommunity } from "../../../../test/factories/server";
import { visit } from "../../../../test/harness/route";
import { action as check, loader } from "./answer";
import { action as publish } from "./answer-publish";
import { loader as register } from "./answers";
import { action as schedule } from "./debate";
import { action as drop } from "./debate-not-held";

let community: Community;
let clerk: Clerk;
beforeAll(async () => {
  community = await plantCommunity("answer-pages");
  clerk = await plantClerk(community);
});

const plantDue = async (given = {}) => {
  const petition = await plantPetition(community, { state: "closed", rules: dutyRules(), ...given });
  await plantDuty(community, petition.id, 0, 3);
  return petition;
};
const typed = (given: Record<string, string> = {}) => ({
  ...{ version: "0", language: "uk", signedBy: "Голова ради", outcome: "partly" },
  ...{ body: "Ліхтарі встановлять на половині вулиці.", documents: "", votes: "" },
  ...given,
});
const send = (
  handler: Parameters<typeof visit>[0],
  number: number | string,
  fields?: Record<string, string>,
  where = community,
) =>
  visit(handler, where, {
    path: `/uk/admin/petitions/${number}/answer`,
    params: { number: String(number) },
    viewer: clerk,
    ...(fields && { fields }),
  });

describe("the pages of an answer", () => {
  it("show page and letter before anything is published", async () => {
    const { id, number } = await plantDue();
    const checked = await send(check, number, typed());
    expect(checked.data).toMatchObject({
      preview: {
        content: { outcome: "partly", votes: null },
        letter: { subject: `Відповідь на петицію № ${number}`, language: "uk" },
      },
      values: { body: "Ліхтарі встановлять на половині вулиці." },
    });
    expect(await listAnswers(community, id)).toEqual([]);
    expect(await send(publish, number, typed())).toMatchObject({ status: 302 });
    expect(await listAnswers(community, id)).toMatchObject([{ version: 1, outcome: "partly" }]);
  });

  it("keep what was typed when the list and the minutes differ", async () => {
    const { number } = await plantDue();
    const totals = { total_for: "2", total_against: "0", total_abstained: "0", total_absent: "0" };
    const fields = typed({ ...totals, votes: "Марко Зразок; за" });
    expect(await send(check, number, fields)).toMatchObject({
      status: 422,
      data: {
        errors: [
          { field: "total_for", message: "answers.error.total_differs_for", values: { listed: 1, told: 2 } },
        ],
        values: { votes: "Марко Зразок; за" },
      },
    });
  });

  it("F-21 show the second clerk what the first has published, at the check and at the end", async () => {
    const { id, number } = await plantDue();
    await send(publish, number, typed());
    const mine = typed({ body: "Ліхтарів не буде: бюджет вичерпано." });
    for (const handler of [check, publish]) {
      expect(await send(handler, number, mine)).toMatchObject({
        status: 409,
        data: { errors: [{ message: "answers.refusal.changed_meanwhile" }], values: { body: mine.body } },
      });
    }
    expect(await send(loader, number)).toMatchObject({
      data: { newest: { version: 1, outcome: "partly" }, maker: clerk.name },
    });
    expect(await listAnswers(community, id)).toHaveLength(1);
    expect(await mailedSteps(community, id)).toEqual(["answer"]);
  });

  it("S-5 and S-2 find no petition of another community, no number of nobody, none that is not answered", async () => {
    const other = await plantCommunity("answer-pages-other");
    const theirs = await plantPetition(other, { state: "closed", number: 900_001 });
    const waiting = await plantPetition(community, { state: "moderation" });
    for (const number of [theirs.number, waiting.number, 900_002, "0", "x"]) {
      expect((await send(loader, number)).status).toBe(404);
      expect((await send(check, number, typed())).status).toBe(404);
      expect((await send(publish, number, typed())).status).toBe(404);
    }
    expect(await listAnswers(other, theirs.id)).toEqual([]);
  });

  it("S-8 show a clerk no hidden text, and others nothing at all", async () => {
    const { number } = await plantDue({ hiddenAt: new Date(), demand: "Образа, яку приховано." });
    const { data } = await send(loader, number);
    expect(data).toMatchObject({ subject: { title: null, demand: null } });
    const moderator = await plantPerson(community, { roles: ["moderator"] });
    const path = `/uk/admin/petitions/${number}/answer`;
    const asked = await visit(loader, community, {
      path,
      params: { number: String(number) },
      viewer: moderator,
    });
    expect(asked.status).toBe(403);
  });
});

describe("the other pages of the clerk", () => {
  it("lead to any petition that may be answered, by its number", async () => {
    const open = await plantPetition(community);
    const find = (number: number | string) =>
      visit(register, community, { path: `/uk/admin/petition-answers?number=${number}`, viewer: clerk });
    expect((await find(open.number)).location).toBe(`/uk/admin/petitions/${open.number}/answer`);
    expect(await find("900002")).toMatchObject({ status: 200, location: null });
  });

  it("set a debate by the community's clock and refuse what has passed or is no time", async () => {
    const { number } = await plantDue();
    const fields = (when: string) => ({ seen: "", when, place: "Зала", meetingAddress: "", note: "" });
    for (const [when, message] of [
      ["", "answers.error.when"],
      ["2020-01-01T10:00", "answers.refusal.past"],
    ] as const) {
      expect(await send(schedule, number, fields(when))).toMatchObject({
        data: { errors: [{ field: "when", message }] },
      });
    }
    expect(await send(schedule, number, fields("2099-05-05T10:00"))).toMatchObject({ status: 302 });
  });

  it("R-11 take no link that could act in a reader's name", async () => {
    const { number } = await plantDue();
    const fields = { seen: "", when: "2099-05-05T10:00", place: "Зала", note: "" };
    const sent = await send(schedule, number, { ...fields, meetingAddress: "javascript:alert(1)" });
    expect(sent).toMatchObject({
      data: { errors: [{ field: "meetingAddress", message: "answers.error.address" }] },
    });
  });

  it("drop no debate that is not set", async () => {
    const { number } = await plantDue();
    const sent = await send(drop, number, { seen: "", reason: "Не було кворуму." });
    expect(sent).toMatchObject({ status: 409 });
  });
});
