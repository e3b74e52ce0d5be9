import { sha256, sha256Hex, toHex } from "~/domain/tally/sha256";
import { compareIds } from "~/domain/tally/tie-order";

/**
 * The draw that orders equal projects, in three published steps:
 *
 * 1. Before voting closes a secret seed is chosen and `commitmentTo(seed)` is published: nobody
 *    can change the seed afterwards.
 * 2. After voting closes a value nobody controls is published (a lottery number, a bank rate of
 *    a day fixed before): whoever chose the seed could not know it.
 * 3. The seed is revealed. Every project gets the number SHA-256("openward-draw-1" ␊ seed ␊
 *    public value ␊ id), and the projects stand in rising order of that number, read as
 *    hexadecimal text. Equal ids do not exist, so equal numbers do not happen; were they to, the
 *    id decides.
 */
export interface DrawRecord {
  readonly commitment: string;
  readonly seed: string;
  readonly publicValue: string;
  /** All projects in the drawn order. */
  readonly order: readonly string[];
}

const DRAW_VERSION = "openward-draw-1";
/** A shorter seed could be found from its commitment by trying. */
const SHORTEST_SEED = 16;

/** What is published before the close: SHA-256 of "openward-draw-1" ␊ seed, in hexadecimal. */
export function commitmentTo(seed: string): string {
  return sha256Hex(`${DRAW_VERSION}\n${seed}`);
}

/** Whether a seed is long enough and cannot be read as a shorter one followed by something else. */
export function isUsableSeed(seed: string): boolean {
  return seed.length >= SHORTEST_SEED && isUsablePublicValue(seed);
}

/** One line that is not empty. */
export function isUsablePublicValue(value: string): boolean {
  return value !== "" && !value.includes("\n");
}

/** The drawn order of the given projects. O(m log m); the order of `ids` does not matter. */
export function drawOrder(seed: string, publicValue: string, ids: readonly string[]): string[] {
  const encoder = new TextEncoder();
  const numbered = ids.map((id) => ({
    id,
    number: toHex(sha256(encoder.encode(`${DRAW_VERSION}\n${seed}\n${publicValue}\n${id}`))),
  }));
  numbered.sort((a, b) => compareIds(a.number, b.number) || compareIds(a.id, b.id));
  return numbered.map(({ id }) => id);
}

export function recordDraw(seed: string, publicValue: string, ids: readonly string[]): DrawRecord {
  return { commitment: commitmentTo(seed), seed, publicValue, order: drawOrder(seed, publicValue, ids) };
}

/** What is wrong with a published record, given the commitment published before the close. */
export type DrawFault =
  | "commitment-differs"
  | "seed-does-not-match-commitment"
  | "projects-differ"
  | "order-differs";

/** Replays a draw over the projects of the ballot; `null` when everything is as it should be. */
export function checkDraw(
  record: DrawRecord,
  publishedCommitment: string,
  ids: readonly string[],
): DrawFault | null {
  if (record.commitment !== publishedCommitment) return "commitment-differs";
  if (commitmentTo(record.seed) !== record.commitment) return "seed-does-not-match-commitment";
  const drawn = new Set(record.order);
  if (drawn.size !== ids.length || record.order.length !== ids.length || ids.some((id) => !drawn.has(id)))
    return "projects-differ";
  const order = drawOrder(record.seed, record.publicValue, ids);
  return order.every((id, place) => id === record.order[place]) ? null : "order-differs";
}
