import { EPSILON, type Holders, type Ranged } from "~/domain/tally/bounded-money";

/** How the holders divide at the price found: below it they give all they have. */
export interface Split {
  readonly at: number;
  /** Classes that give all they have, and what they give together. */
  readonly poor: number;
  readonly spent: number;
  /** Summed weight × utility of the others. */
  readonly rich: number;
}

/** `beyond`: they certainly cannot pay, anywhere in the span. `doubtful`: rounding hides it. */
export type Evaluation = "beyond" | "doubtful" | { readonly price: Ranged; readonly split: Split };

/**
 * The price per unit of utility at which the holders together pay `cost`, from a known lower
 * bound `start`. Newton's method on the concave sum of payments; each pass is linear in the
 * classes and nothing is sorted. `value + slope * d - radius` is a proven lower bound of the
 * price for any split, so also where rounding misplaces a class.
 */
export function evaluatePrice(holders: Holders, cost: number, start: number, span: number): Evaluation {
  let at = start;
  let poorBefore = -1;
  for (;;) {
    const { count, weight, utility, value } = holders;
    let poor = 0;
    let spent = 0;
    let rich = 0;
    for (let i = 0; i < count; i++) {
      const amount = value[i] as number;
      const units = utility[i] as number;
      if (amount < at * units) {
        spent += (weight[i] as number) * amount;
        poor += 1;
      } else rich += (weight[i] as number) * units;
    }
    if (rich === 0) return surelyBelow(holders, cost, span) ? "beyond" : "doubtful";
    const next = (cost - spent) / rich;
    if (poor === poorBefore || next <= at) return { price: ranged(holders, cost, at, rich, span), split: { at, poor, spent, rich } };
    poorBefore = poor;
    at = next;
  }
}

/** The price as a range: the exhausted pay what they have, the others share the rest. */
function ranged(holders: Holders, cost: number, at: number, rich: number, span: number): Ranged {
  const { count, weight, utility, value, slope, radius } = holders;
  let spent = 0;
  let change = 0;
  let absolute = 0;
  let doubt = 0;
  for (let i = 0; i < count; i++) {
    const amount = value[i] as number;
    if (amount >= at * (utility[i] as number)) continue;
    const w = weight[i] as number;
    spent += w * amount;
    change += w * (slope[i] as number);
    absolute += w * Math.abs(slope[i] as number);
    doubt += w * (radius[i] as number);
  }
  const rounding = EPSILON * (count + 4) * (spent + span * absolute + doubt) + 4 * EPSILON * cost;
  const price = (cost - spent) / rich;
  return { value: price, slope: -change / rich, radius: (doubt + rounding) / rich + 4 * EPSILON * Math.abs(price) };
}

function surelyBelow(holders: Holders, cost: number, span: number): boolean {
  const { count, weight, value, slope, radius } = holders;
  let most = 0;
  for (let i = 0; i < count; i++) {
    const gain = Math.max(0, (slope[i] as number) * span);
    most += (weight[i] as number) * ((value[i] as number) + gain + (radius[i] as number));
  }
  return most * (1 + EPSILON * (count + 4)) < cost * (1 - EPSILON);
}

/**
 * How far above its lower bound the price may be, because a class near the border may stand on
 * the wrong side; 0 when every class is certainly placed, `null` when nothing can be proven.
 */
export function priceSlack(holders: Holders, price: Ranged, split: Split, span: number): number | null {
  const { count, weight, utility, value, slope, radius } = holders;
  let excess = 0;
  let near = 0;
  let margin = Number.POSITIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    const amount = value[i] as number;
    const units = utility[i] as number;
    const due = units * price.value;
    const gap = amount - due;
    const gapAtEnd = gap + ((slope[i] as number) - units * price.slope) * span;
    const rounding = 2 * EPSILON * (amount + due + span * (Math.abs(slope[i] as number) + Math.abs(units * price.slope)));
    const doubt = (radius[i] as number) + units * price.radius + rounding;
    const poor = amount < split.at * units;
    const over = (poor ? Math.max(gap, gapAtEnd) : -Math.min(gap, gapAtEnd)) + doubt;
    if (over > 0) {
      excess += (weight[i] as number) * over;
      if (!poor) near += (weight[i] as number) * units;
    } else if (!poor) margin = Math.min(margin, -over / units);
  }
  if (excess === 0) return 0;
  const slack = (excess / (split.rich - near)) * (1 + 1e-9);
  return slack >= 0 && slack <= margin && Number.isFinite(slack) ? slack : null;
}
