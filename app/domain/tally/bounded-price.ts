import { type BoundedMoney, type Division, EPSILON, type Ranged } from "~/domain/tally/bounded-money";

/** A price, and the division of the supporters it comes from. */
export interface Price extends Ranged {
  /** Those with less than `at × utility` are poor. */
  readonly at: number;
  /** Summed weight × utility of the others, and whether that is everybody. */
  readonly rich: number;
  readonly even: boolean;
}

/** `beyond`: they certainly cannot pay, anywhere in the span. `doubtful`: rounding hides it. */
export type Evaluation = "beyond" | "doubtful" | Price;

/**
 * The price at which the poor of a division give all they have and the rich share the rest. For
 * any division `value + slope * d - radius` is a proven lower bound of the true price, because
 * nobody pays more than either of the two; for the right division it is the price.
 */
export function priceOfDivision(
  money: BoundedMoney,
  division: Division,
  at: number,
  cost: number,
): Evaluation {
  const { terms, poor, poorVoters, spent, change, doubt, rich } = division;
  const summed = spent + money.span * money.steepest * poorVoters + doubt;
  const error = doubt + EPSILON * ((terms + 4) * summed + 4 * cost);
  if (rich === 0) return spent + Math.max(0, change * money.span) + error < cost ? "beyond" : "doubtful";
  const value = (cost - spent) / rich;
  return {
    value,
    slope: -change / rich,
    radius: error / rich + 4 * EPSILON * Math.abs(value),
    at,
    rich,
    even: poor === 0,
  };
}

/**
 * The price per unit of utility at which the supporters of `p` together pay `cost`, from a lower
 * bound. Newton's method on the concave sum of payments: it only rises, and ends as soon as the
 * division stays the same, mostly in the third pass. Nothing is sorted.
 */
export function evaluatePrice(money: BoundedMoney, p: number, cost: number, start: number): Evaluation {
  let at = start;
  let poor = -1;
  for (;;) {
    const division = money.divide(p, at);
    const price = priceOfDivision(money, division, at, cost);
    if (typeof price === "string" || division.poor === poor || price.value <= at) return price;
    poor = division.poor;
    at = price.value;
  }
}

/**
 * How far above its lower bound the price may be, because somebody near the border may stand on
 * the wrong side; 0 when everybody is certainly placed, `null` when nothing can be proven.
 */
export function priceSlack(money: BoundedMoney, p: number, price: Price): number | null {
  const { excess, near } = money.border(p, price.at, price, 0);
  if (excess === 0) return 0;
  const slack = (excess / (price.rich - near)) * (1 + 1e-9);
  if (!(slack >= 0 && Number.isFinite(slack))) return null;
  return money.border(p, price.at, price, slack).clear ? slack : null;
}
