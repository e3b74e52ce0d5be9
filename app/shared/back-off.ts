export type BackOff = {
  /** Seconds before the second try. */
  first: number;
  /** How many times longer each pause is than the one before. */
  factor: number;
  /** The longest pause in seconds. */
  longest: number;
};

/**
 * Seconds to wait after the given number of failed tries. `random` (0 to 1) spreads the next try over half to
 * one and a half of the pause, so that work which failed together does not come back together.
 */
export function pauseBeforeRetry({ first, factor, longest }: BackOff, tries: number, random: number): number {
  return Math.min(first * factor ** (tries - 1), longest) * (0.5 + random);
}
