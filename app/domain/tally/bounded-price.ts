import { type Division, EPSILON, type Holders, RADIUS, RECORD, type Ranged, SLOPE } from "~/domain/tally/bounded-money";

/** `beyond`: they certainly cannot pay, anywhere in the span. `doubtful`: rounding hides it. */
export type Evaluation = "beyond" | "doubtful" | Ranged;

/** Sums are taken in pieces of this length, so that their error grows with the number of pieces. */
const PIECE = 256;

/**
 * The price at which the poor give all they have and the rich share the rest. For any division
 * `value + slope * d - radius` is a proven lower bound of the true price; for the right division
 * it is the price.
 */
export function priceOfDivision(division: Division, cost: number, span: number, summing = division.poor + 4): Evaluation {
  const { poor, spent, change, absolute, doubt, rich } = division;
  const rounding = EPSILON * (summing * spent + (poor + 4) * (span * absolute + doubt) + 4 * cost);
  if (rich === 0) return spent + span * absolute + doubt + rounding < cost ? "beyond" : "doubtful";
  const price = (cost - spent) / rich;
  return { value: price, slope: -change / rich, radius: (doubt + rounding) / rich + 4 * EPSILON * Math.abs(price) };
}

/**
 * The price per unit of utility at which the holders together pay `cost`. They must be divided
 * at a lower bound of it; afterwards they are divided at the price. Newton's method on the
 * concave sum of payments: each pass is linear in those who are still rich, nothing is sorted.
 */
export function evaluatePrice(holders: Holders, cost: number, span: number): Evaluation {
  const { weight, value, utility } = holders;
  let spent = 0;
  for (let i = holders.poor; i < holders.size; i++) spent += (weight[i] as number) * (value[i] as number);
  let rich = richWeight(holders);
  for (let before = -1; holders.rich !== before && holders.rich > 0; ) {
    const at = (cost - spent) / rich;
    before = holders.rich;
    for (let i = before - 1; i >= 0; i--) {
      const amount = value[i] as number;
      if (amount >= at * (utility[i] as number)) continue;
      spent += (weight[i] as number) * amount;
      rich -= (weight[i] as number) * (utility[i] as number);
      impoverish(holders, i);
    }
  }
  return priceOfDivision(sumUp(holders, rich), cost, span, PIECE + (holders.size - holders.poor) / PIECE + 4);
}

/** Summed weight × utility of the rich. */
export function richWeight({ rich, weight, utility }: Holders): number {
  let units = 0;
  for (let i = 0; i < rich; i++) units += (weight[i] as number) * (utility[i] as number);
  return units;
}

/** Moves entry `i` from the rich to the poor; the last rich entry takes its place. */
function impoverish(holders: Holders, i: number): void {
  const { group, value, weight, utility } = holders;
  const last = --holders.rich;
  const at = --holders.poor;
  const [g, v, w, u] = [group[i] as number, value[i] as number, weight[i] as number, utility[i] as number];
  group[i] = group[last] as number;
  value[i] = value[last] as number;
  weight[i] = weight[last] as number;
  utility[i] = utility[last] as number;
  group[at] = g;
  value[at] = v;
  weight[at] = w;
  utility[at] = u;
}

function sumUp({ poor, size, group, weight, value, records }: Holders, rich: number): Division {
  let [spent, change, absolute, doubt] = [0, 0, 0, 0];
  for (let from = poor; from < size; from += PIECE) {
    const to = Math.min(size, from + PIECE);
    let piece = 0;
    for (let i = from; i < to; i++) {
      const voters = weight[i] as number;
      const at = RECORD * (group[i] as number);
      const slope = records[at + SLOPE] as number;
      piece += voters * (value[i] as number);
      change += voters * slope;
      absolute += voters * Math.abs(slope);
      doubt += voters * (records[at + RADIUS] as number);
    }
    spent += piece;
  }
  return { poor: size - poor, spent, change, absolute, doubt, rich };
}

/**
 * How far above its lower bound the price may be, because a holder near the border may stand on
 * the wrong side; 0 when every holder is certainly placed, `null` when nothing can be proven.
 */
export function priceSlack(holders: Holders, price: Ranged, span: number): number | null {
  const { rich, poor, size, weight, utility } = holders;
  let excess = 0;
  let near = 0;
  let margin = Number.POSITIVE_INFINITY;
  for (let i = poor; i < size; i++) {
    const over = reach(holders, i, price, span, 1);
    if (over > 0) excess += (weight[i] as number) * over;
  }
  for (let i = 0; i < rich; i++) {
    const over = reach(holders, i, price, span, -1);
    if (over <= 0) {
      margin = Math.min(margin, -over / (utility[i] as number));
      continue;
    }
    excess += (weight[i] as number) * over;
    near += (weight[i] as number) * (utility[i] as number);
  }
  if (excess === 0) return 0;
  const slack = (excess / (richWeight(holders) - near)) * (1 + 1e-9);
  return slack >= 0 && slack <= margin && Number.isFinite(slack) ? slack : null;
}

/**
 * The most by which a holder may stand beyond the border: above it (`side` 1, for the poor) or
 * below it (-1, for the rich), anywhere in the span.
 */
function reach({ group, value, utility, records }: Holders, i: number, price: Ranged, span: number, side: number): number {
  const amount = value[i] as number;
  const units = utility[i] as number;
  const at = RECORD * (group[i] as number);
  const slope = records[at + SLOPE] as number;
  const due = units * price.value;
  const dueSlope = units * price.slope;
  const gap = side * (amount - due);
  const gapAtEnd = gap + side * (slope - dueSlope) * span;
  const rounding = 2 * EPSILON * (amount + due + span * (Math.abs(slope) + Math.abs(dueSlope)));
  return Math.max(gap, gapAtEnd) + (records[at + RADIUS] as number) + units * price.radius + rounding;
}
