/** Where a published value and a found one part. */
export type Difference = { where: string; published: string; found: string };

/** Doubles printed by another machine may differ in their last digits; everything exact is text. */
const SAME_DOUBLE = 1e-9;

/**
 * The first place at which `found` differs from `published`, walking the published value: what it
 * does not tell is not compared. `null` when everything told is so.
 */
export function firstDifference(published: unknown, found: unknown, where: string): Difference | null {
  if (typeof published !== "object" || published === null || typeof found !== "object" || found === null) {
    return sameValue(published, found) ? null : { where, published: shown(published), found: shown(found) };
  }
  const listed = Array.isArray(published);
  const keys = listed ? longer(published, found) : Object.keys(published);
  for (const key of keys) {
    const inner = listed ? `${where}[${key}]` : [where, key].filter(Boolean).join(".");
    const difference = firstDifference(valueAt(published, key), valueAt(found, key), inner);
    if (difference) return difference;
  }
  return null;
}

function longer(published: readonly unknown[], found: object): string[] {
  const length = Math.max(published.length, Array.isArray(found) ? found.length : 0);
  return Array.from({ length }, (_, index) => String(index));
}

function valueAt(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

function sameValue(published: unknown, found: unknown): boolean {
  if (published === found) return true;
  if (typeof published !== "number" || typeof found !== "number" || Number.isInteger(published)) return false;
  return Math.abs(published - found) <= SAME_DOUBLE * Math.abs(published);
}

function shown(value: unknown): string {
  const text = value === undefined ? "nothing" : (JSON.stringify(value) ?? "nothing");
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
