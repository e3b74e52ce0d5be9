import { expect, it } from "vitest";
import type { InitiativeState } from "./initiative";
import { type StatusDates, statusOf } from "./status";

const day = (date: string) => new Date(`2027-${date}T09:00:00Z`);
const dates: StatusDates = {
  screeningEnds: day("03-01"),
  votingOpens: day("04-01"),
  votingCloses: day("04-15"),
  reworkDue: day("02-20"),
};
const undated: StatusDates = { screeningEnds: null, votingOpens: null, votingCloses: null, reworkDue: null };

it.each<[InitiativeState, StatusDates, string, string, string | null, boolean]>([
  ["submitted", dates, "02-01", "screening", "03-01", false],
  ["submitted", dates, "03-01", "screening", "03-01", true],
  ["submitted", undated, "02-01", "screening_undated", null, false],
  ["returned", dates, "02-19", "rework", "02-20", false],
  ["returned", dates, "02-21", "rework", "02-20", true],
  ["returned", undated, "02-21", "rework_undated", null, false],
  ["admitted", dates, "03-05", "admitted", "04-01", false],
  ["admitted", dates, "04-05", "admitted_undated", null, false],
  ["on_ballot", dates, "03-31", "voting_soon", "04-01", false],
  ["on_ballot", dates, "04-01", "voting_now", "04-15", false],
  ["on_ballot", dates, "04-15", "counting", "04-15", false],
  ["on_ballot", undated, "04-15", "on_ballot_undated", null, false],
  ["refused", dates, "03-05", "refused", null, false],
  ["withdrawn", dates, "03-05", "withdrawn", null, false],
  ["funded", dates, "05-01", "funded", null, false],
  ["not_funded", dates, "05-01", "not_funded", null, false],
])("%s on %#: %s", (state, given, today, code, date, overdue) => {
  expect(statusOf(state, given, day(today))).toEqual({ code, date: date && day(date), overdue });
});
