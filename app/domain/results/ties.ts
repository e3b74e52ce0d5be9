import type { RoundRules } from "~/domain/prioritisation/round";
import {
  commitmentTo,
  type DrawRecord,
  isUsablePublicValue,
  isUsableSeed,
  recordDraw,
} from "~/domain/tally/draw";
import { OWN_KEYS } from "./official-rule";

export type TieOrder = RoundRules["tieOrder"];

/** A draw whose seed and public value are known: enough to repeat the order of any projects. */
export type Drawn = Omit<DrawRecord, "order">;

/** What a count needs to order equals: a stated order, or a draw. */
export type Ties = Exclude<TieOrder, "draw"> | Drawn;

/**
 * The order among equals that a file names. An order is never read from it: a draw is repeated from its seed and
 * public value. Null where the draw is incomplete or its seed is not the one that was committed to.
 */
export function statedTies(meta: ReadonlyMap<string, string>): Ties | null {
  const named = meta.get(OWN_KEYS.tieOrder);
  if (named !== "draw") return named === "lower_cost_then_code" ? named : "project_code";
  const seed = meta.get(OWN_KEYS.drawSeed) ?? "";
  const publicValue = meta.get(OWN_KEYS.drawValue) ?? "";
  const commitment = meta.get(OWN_KEYS.drawCommitment) ?? "";
  const usable = isUsableSeed(seed) && isUsablePublicValue(publicValue);
  return usable && commitmentTo(seed) === commitment ? { commitment, seed, publicValue } : null;
}

/** The same as rows of META. */
export function tieRows(ties: Ties): [key: string, value: string][] {
  if (typeof ties === "string") return [[OWN_KEYS.tieOrder, ties]];
  return [
    [OWN_KEYS.tieOrder, "draw"],
    [OWN_KEYS.drawSeed, ties.seed],
    [OWN_KEYS.drawValue, ties.publicValue],
    [OWN_KEYS.drawCommitment, ties.commitment],
  ];
}

export function tieOrderOf(ties: Ties): TieOrder {
  return typeof ties === "string" ? ties : "draw";
}

/** What is published of the draw of one list; null where no draw was to decide. */
export function drawRecordOf(ties: Ties, codes: readonly string[]): DrawRecord | null {
  return typeof ties === "string" ? null : recordDraw(ties.seed, ties.publicValue, codes);
}
