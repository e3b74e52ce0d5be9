import { STAGE_KINDS, type Stage, type StageKind } from "./round";

export type CalendarProblem = {
  stage: StageKind;
  edge: "opensAt" | "closesAt";
  code:
    | "missing"
    | "ends_before_it_begins"
    | "begins_before_submission"
    | "ends_before_submission"
    | "overlaps";
};

export function stageOf(stages: readonly Stage[], kind: StageKind): Stage | undefined {
  return stages.find((stage) => stage.kind === kind);
}

/**
 * Everything that makes no sense in a calendar, in the order of the stages. Screening may begin while proposals are
 * still coming in; voting waits for the end of both, and each later stage for the end of the one before.
 */
export function calendarProblems(stages: readonly Stage[]): CalendarProblem[] {
  return STAGE_KINDS.flatMap((kind): CalendarProblem[] => {
    const stage = stageOf(stages, kind);
    if (!stage) return [{ stage: kind, edge: "opensAt", code: "missing" }];
    const own: CalendarProblem[] =
      stage.closesAt <= stage.opensAt
        ? [{ stage: kind, edge: "closesAt", code: "ends_before_it_begins" }]
        : [];
    return [...own, ...orderProblems(stages, stage)];
  });
}

function orderProblems(stages: readonly Stage[], { kind, opensAt, closesAt }: Stage): CalendarProblem[] {
  if (kind === "submission") return [];
  if (kind === "screening") {
    const submission = stageOf(stages, "submission");
    if (!submission) return [];
    const early: CalendarProblem = { stage: kind, edge: "opensAt", code: "begins_before_submission" };
    const short: CalendarProblem = { stage: kind, edge: "closesAt", code: "ends_before_submission" };
    return [
      ...(opensAt < submission.opensAt ? [early] : []),
      ...(closesAt < submission.closesAt ? [short] : []),
    ];
  }
  const earlier = stages.filter((other) => STAGE_KINDS.indexOf(other.kind) < STAGE_KINDS.indexOf(kind));
  return earlier.some((other) => other.closesAt > opensAt)
    ? [{ stage: kind, edge: "opensAt", code: "overlaps" }]
    : [];
}
