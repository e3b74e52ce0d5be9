import { beforeAll, describe, expect, it } from "vitest";
import { listCalendarDays } from "~/domain/communities/calendar-queries.server";
import type { Community } from "~/domain/communities/community";
import type { Administrator } from "~/domain/identity/viewer";
import { plantAdministrator } from "../../../../test/factories/prioritisation";
import { plantCommunity } from "../../../../test/factories/server";
import { visit } from "../../../../test/harness/route";
import * as page from "./calendar";
import * as lines from "./calendar-import";
import * as removal from "./calendar-remove";

let community: Community;
let administrator: Administrator;
beforeAll(async () => {
  community = await plantCommunity("calendar-page");
  administrator = await plantAdministrator(community);
});

const path = "/uk/admin/calendar";
const asked = (query = "") => ({ path: path + query, viewer: administrator });
type Failure = { errors: { field: string; message: string; values: object }[] };
const told = (answer: { data: unknown }) => (answer.data as Failure).errors;
const days = async (year: number) => (await listCalendarDays(community, year)).map(({ day }) => day);

describe("the calendar page", () => {
  it("proposes usual holidays as lines, and adds none before they are confirmed", async () => {
    const { data } = await visit(page.loader, community, asked("?year=2027&usual=ukraine"));
    const proposed = (data as { lines: string }).lines;
    expect(proposed.split("\n")[0]).toBe("2027-01-01;holiday;Новий рік;Новый год;New Year");
    expect(await days(2027)).toEqual([]);
    const added = await visit(lines.action, community, { ...asked(), fields: { lines: proposed } });
    expect(added.location).toBe(`${path}?year=2027`);
    expect(await days(2027)).toHaveLength(proposed.split("\n").length);
    const again = await visit(page.loader, community, asked("?year=2027&usual=ukraine"));
    expect((again.data as { lines: string }).lines).toBe("");
  });

  it("takes all lines or none, and names the wrong ones by number", async () => {
    const text = "2029-01-01;holiday;Новий рік\n2029-02-30;holiday;Помилка\n2029-03-12;working;Понеділок";
    const answer = await visit(lines.action, community, { ...asked(), fields: { lines: text } });
    expect(told(answer).map(({ message, values }) => [message, values])).toEqual([
      ["moderation.calendar.lineFault.day", { line: 2 }],
      ["moderation.calendar.lineFault.weekday_works", { line: 3 }],
    ]);
    expect(await days(2029)).toEqual([]);
  });

  it("adds one day with its name, and takes it out again", async () => {
    const day = "2028-03-11";
    const fields = { day, kind: "working", name_uk: "Відпрацювання", name_ru: "", name_en: "" };
    expect((await visit(page.action, community, { ...asked(), fields })).location).toBe(`${path}?year=2028`);
    expect(await days(2028)).toEqual([day]);
    const nameless = await visit(page.action, community, { ...asked(), fields: { ...fields, name_uk: " " } });
    expect(told(nameless)).toMatchObject([{ field: "name_uk", message: "moderation.calendar.fault.name" }]);
    await visit(removal.action, community, { ...asked(`/${day}/remove`), params: { day }, fields: {} });
    expect(await days(2028)).toEqual([]);
    const wrong = await visit(removal.loader, community, { ...asked(), params: { day: "2028-3-1" } });
    expect(wrong.status).toBe(404);
  });
});
