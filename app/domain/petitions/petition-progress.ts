import type { Threshold } from "./petition-rules";

/** How far a petition is: towards the lowest threshold not reached yet, or past the last one. */
export type PetitionProgress = {
  signatures: number;
  goal: number;
  left: number;
  /** Nothing more can be reached, and something was; while it is open, signing may go on. */
  isComplete: boolean;
  /** Signing has ended: what is missing is no longer left to be done. */
  isOver: boolean;
};

/** `reached` are places of thresholds in the rules; a threshold once reached stays so, whatever the count does. */
export function petitionProgress(
  thresholds: readonly Threshold[],
  signatures: number,
  reached: readonly number[],
  isOver = false,
): PetitionProgress {
  const missing = thresholds.filter((_, place) => !reached.includes(place));
  const next = isOver && reached.length > 0 ? undefined : missing[0];
  const highest = thresholds[Math.max(...reached)];
  const goal = (next ?? highest)?.signatures ?? 0;
  return { signatures, goal, left: next ? Math.max(0, goal - signatures) : 0, isComplete: !next, isOver };
}
