import type { Counted, Counting } from "~/domain/tally/counting";
import { Purse } from "~/domain/tally/purse";
import type { Rule } from "~/domain/tally/rules";

export type PhragmenRule = Extract<Rule, { method: "phragmen" }>;

export function countPhragmen(counting: Counting<PhragmenRule>): Counted {
  return { purse: new Purse(counting.election), rounds: [], ties: [], verdicts: new Map() };
}
