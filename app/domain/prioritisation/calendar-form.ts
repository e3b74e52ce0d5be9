import { z } from "zod";
import { readWallTime, showWallTime } from "~/domain/communities/wall-time";
import { type CalendarProblem, calendarProblems, stageOf } from "./calendar";
import { STAGE_KINDS, type Stage, type StageKind } from "./round";

/** Stages with a start and an end of their own; the result follows the objections and only has a date by which. */
const ASKED = STAGE_KINDS.filter((kind) => kind !== "result");

/** Names of the fields, in the order of the page. */
export const CALENDAR_FIELDS = [
  ...ASKED.flatMap((kind) => [`${kind}_opens`, `${kind}_closes`] as const),
  "result_closes",
] as const;
export type CalendarField = (typeof CALENDAR_FIELDS)[number];

const wallTime = z.string().max(16).default("");

export const calendarForm = z.strictObject({
  ...(Object.fromEntries(CALENDAR_FIELDS.map((field) => [field, wallTime])) as Record<
    CalendarField,
    typeof wallTime
  >),
  version: z.coerce.number().int().min(1),
  reason: z.string().trim().max(1_000).default(""),
});

export type CalendarComplaint = { field: CalendarField; code: CalendarProblem["code"] | "not_a_time" };
export type CalendarAnswers = { stages: Stage[]; complaints: CalendarComplaint[] };

/** The typed wall clock times as instants of the zone (F-11), with everything that makes no sense in them. */
export function readCalendar(typed: Record<CalendarField, string>, zone: string): CalendarAnswers {
  const instants = new Map(
    CALENDAR_FIELDS.map((field) => [field, readWallTime(typed[field], zone)?.instant]),
  );
  const unread = CALENDAR_FIELDS.filter((field) => !instants.get(field));
  if (unread.length > 0)
    return { stages: [], complaints: unread.map((field) => ({ field, code: "not_a_time" })) };
  const at = (field: CalendarField) => instants.get(field) as Date;
  const stages = STAGE_KINDS.map((kind): Stage => {
    if (kind === "result") return { kind, opensAt: at("objections_closes"), closesAt: at("result_closes") };
    return { kind, opensAt: at(`${kind}_opens`), closesAt: at(`${kind}_closes`) };
  });
  const complaints = calendarProblems(stages).map(({ stage, edge, code }) => ({
    field: fieldOf(stage, edge),
    code,
  }));
  return { stages, complaints };
}

function fieldOf(stage: StageKind, edge: CalendarProblem["edge"]): CalendarField {
  if (stage === "result") return "result_closes";
  return edge === "opensAt" ? `${stage}_opens` : `${stage}_closes`;
}

/** What the fields show for a stored calendar. */
export function calendarValues(
  stages: readonly Stage[],
  zone: string,
): Partial<Record<CalendarField, string>> {
  const values: Partial<Record<CalendarField, string>> = {};
  for (const kind of ASKED) {
    const stage = stageOf(stages, kind);
    if (!stage) continue;
    values[`${kind}_opens`] = showWallTime(stage.opensAt, zone);
    values[`${kind}_closes`] = showWallTime(stage.closesAt, zone);
  }
  const result = stageOf(stages, "result");
  if (result) values.result_closes = showWallTime(result.closesAt, zone);
  return values;
}
