/** Steps that people read without effort. */
const STEPS = [1, 2, 2.5, 5, 10];

export const TICKS = 4;

/**
 * The end of an axis that starts at zero and has four equal steps of a round length, at or above `max`.
 * `whole` keeps the steps whole, for things that are counted.
 */
export function axisTop(max: number, whole = true): number {
  if (!(max > 0)) return TICKS;
  const rough = max / TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = STEPS.map((each) => each * power).find((each) => each >= rough * (1 - 1e-9)) ?? 10 * power;
  return TICKS * (whole ? Math.max(1, Math.ceil(step)) : step);
}

/** The five labelled places of an axis, from zero up. */
export function axisTicks(top: number): number[] {
  return Array.from({ length: TICKS + 1 }, (_, index) => (top * index) / TICKS);
}

type Point = [x: number, y: number];

/** The part of a line from the origin's side that stays inside the plot; falling lines are not needed. */
export function clipLine(from: Point, to: Point, top: Point): { from: Point; to: Point } {
  const [x0, y0] = from;
  const [x1, y1] = to;
  if (y1 <= top[1]) return { from, to };
  const part = (top[1] - y0) / (y1 - y0);
  return { from, to: [x0 + (x1 - x0) * part, top[1]] };
}
