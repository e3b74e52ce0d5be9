import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "~/shared/id";
import { plantCommunity } from "../../../test/factories/server";
import { addCalendarDays } from "./add-calendar-days.server";
import { findWorkCalendar, listCalendarDays } from "./calendar-queries.server";
import type { Community } from "./community";
import { removeCalendarDay } from "./remove-calendar-day.server";
import { usualHolidays } from "./usual-holidays";
import { termEnd } from "./working-days";

let community: Community;
const actor = newId();
beforeAll(async () => {
  community = await plantCommunity("calendar");
});

describe("the calendar of a community", () => {
  it("moves the end of a term in working days, and only here", async () => {
    const elsewhere = await plantCommunity("calendar-elsewhere");
    const friday = new Date("2027-08-20T10:00:00Z");
    const end = async (of: Community) =>
      termEnd(friday, { days: 2, unit: "working" }, of.zone, await findWorkCalendar(of));
    const before = await end(community);
    await addCalendarDays(community, actor, usualHolidays("ukraine", 2027));
    expect(before.toISOString()).toBe("2027-08-24T21:00:00.000Z");
    expect((await end(community)).toISOString()).toBe("2027-08-25T21:00:00.000Z");
    expect(await end(elsewhere)).toEqual(before);
  });

  it("replaces a day that is there, and takes one out", async () => {
    const day = "2028-01-01";
    await addCalendarDays(community, actor, [{ day, kind: "holiday", name: { uk: "Новий рік" } }]);
    await addCalendarDays(community, actor, [{ day, kind: "working", name: { uk: "Робоча субота" } }]);
    expect(await listCalendarDays(community, 2028)).toEqual([
      { day, kind: "working", name: { uk: "Робоча субота" } },
    ]);
    await removeCalendarDay(community, actor, day);
    await removeCalendarDay(community, actor, day);
    expect(await listCalendarDays(community, 2028)).toEqual([]);
  });
});
