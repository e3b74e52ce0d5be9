import type { Threshold } from "./petition-rules";

/** How far a petition is: towards the lowest threshold not reached yet, or past the last one. */
export type PetitionProgress = {
  signatures: number;
  goal: number;
  left: number;
  /** All thresholds are reached; signing may go on. */
  isComplete: boolean;
};

/** `reached` are places of thresholds in the rules; a threshold once reached stays so, whatever the count does. */
export function petitionProgress(
  thresholds: readonly Threshold[],
  signatures: number,
  reached: readonly number[],
): PetitionProgress {
  const next = thresholds.find((_, place) => !reached.includes(place));
  const goal = (next ?? thresholds.at(-1))?.signatures ?? 0;
  return { signatures, goal, left: next ? Math.max(0, goal - signatures) : 0, isComplete: !next };
}
