import { beforeAll, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import type { Clerk } from "~/domain/identity/viewer";
import {
  ageAnswer,
  answerContent,
  dutyRules,
  moveDebate,
  plantClerk,
  plantDuty,
} from "../../../test/factories/answers";
import { plantPetition } from "../../../test/factories/petitions";
import { plantCommunity } from "../../../test/factories/server";
import { answerPetition } from "./answer-petition.server";
import { countDuties, listDuties, listPressingDuties } from "./duty-queries.server";
import { holdDebate } from "./hold-debate.server";
import { type DutyRow, debateOf, responseOf } from "./response";
import { listDebates } from "./response-queries.server";
import { scheduleDebate } from "./schedule-debate.server";

let community: Community;
let clerk: Clerk;
const numbers: Record<string, number> = {};
const page = { number: 1, size: 50, offset: 0 };

async function plant(name: string, dueInDays: number | null, threshold: 0 | 1 = 0, given = {}) {
  const { id, number } = await plantPetition(community, { state: "closed", rules: dutyRules(), ...given });
  if (dueInDays !== null) await plantDuty(community, id, threshold, dueInDays);
  numbers[name] = number;
  return id;
}
const answer = (petitionId: string) =>
  answerPetition(community, clerk, { petitionId, seenVersion: 0, content: answerContent() });

beforeAll(async () => {
  community = await plantCommunity("owing");
  clerk = await plantClerk(community);
  await plant("soon", 2);
  await plant("later", 8);
  await plant("overdue", -3);
  await plant("overdueDebate", -5, 1);
  await plant("nothing", null);
  await plant("withdrawn", -9, 0, { state: "withdrawn" });
  await plant("hidden", 6, 0, { state: "stopped", hiddenAt: new Date() });
  await answer(await plant("late", -1));
  const inTime = await plant("inTime", -1);
  await answer(inTime);
  await ageAnswer(community, inTime, 2);
  const held = await plant("held", 4, 1);
  await scheduleDebate(community, clerk, {
    ...{ petitionId: held, place: "Зала", meetingAddress: "", note: "", seen: null },
    scheduledFor: new Date(Date.now() + 3_600_000),
  });
  const [debate] = await listDebates(community, held);
  await moveDebate(community, debate?.id ?? "", -1);
  await holdDebate(community, clerk, { petitionId: held, debateId: debate?.id ?? "", minutesAddress: "" });
});

const named = (rows: DutyRow[]) =>
  rows.map(({ number }) => Object.keys(numbers).find((name) => numbers[name] === number));

it("lists what is owed longest first, then what was done last", async () => {
  const owed = ["overdueDebate", "overdue", "soon", "hidden", "later"];
  expect(named((await listDuties(community, "owed", page)).rows)).toEqual(owed);
  const { rows, total } = await listDuties(community, "all", page);
  expect(named(rows).slice(0, 5)).toEqual(owed);
  expect(named(rows).slice(5).sort()).toEqual(["held", "inTime", "late"]);
  expect(named((await listDuties(community, "done", page)).rows)).toEqual(["late", "held", "inTime"]);
  expect(total).toBe(8);
});

it("owes exactly what the pure rules say is due", async () => {
  const now = new Date();
  for (const view of ["owed", "done"] as const) {
    for (const { duty, reachedAt, dueAt, answeredAt, debate } of (await listDuties(community, view, page))
      .rows) {
      const facts = [{ duty, reachedAt, dueAt }];
      const { state } = duty === "answer" ? responseOf(facts, answeredAt, now) : debateOf(facts, debate, now);
      expect(["due", "scheduled"].includes(state)).toBe(view === "owed");
    }
  }
});

it("counts how the terms are kept", async () => {
  expect(await countDuties(community)).toEqual({ owed: 5, overdue: 2, done: 3, answered: 2, inTime: 1 });
});

it("finds what presses within three days", async () => {
  expect(named(await listPressingDuties(community, 3))).toEqual(["overdueDebate", "overdue", "soon"]);
});

it("S-5 lists nothing of another community", async () => {
  const other = await plantCommunity("owing-other");
  expect((await listDuties(other, "all", page)).rows).toEqual([]);
  expect(await countDuties(other)).toMatchObject({ owed: 0, done: 0 });
});
