export const SCREENING_OUTCOMES = ["admitted", "returned", "refused"] as const;
export type ScreeningOutcome = (typeof SCREENING_OUTCOMES)[number];

export const CRITERION_VERDICTS = ["met", "not_met", "not_applicable"] as const;
export type CriterionVerdict = (typeof CRITERION_VERDICTS)[number];

/** The tabs of the moderators' queue. */
export const QUEUE_VIEWS = ["waiting", "returned", "admitted", "refused"] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];
