/**
 * Compares two ids by Unicode code point, so that `"10" < "9"` and letters outside the basic
 * plane come last, as in every other language with code point strings (JavaScript compares
 * halves of surrogate pairs instead).
 */
export function compareIds(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rankOfUnit(x) - rankOfUnit(y);
  }
  return a.length - b.length;
}

function rankOfUnit(unit: number): number {
  const surrogate = unit >= 0xd800 && unit <= 0xdfff;
  return surrogate ? unit + 0x10000 : unit;
}

/**
 * The place of every project in the order that breaks ties; a smaller rank wins. Projects
 * named in `order` come first, as listed; all others follow by id.
 */
export function tieRanks(ids: readonly string[], order: readonly string[] = []): Int32Array {
  const listed = new Map(order.map((id, place) => [id, place]));
  const places = ids.map((_, index) => index);
  const placeOf = (index: number) => listed.get(ids[index] ?? "") ?? order.length;
  places.sort((a, b) => placeOf(a) - placeOf(b) || compareIds(ids[a] ?? "", ids[b] ?? ""));
  const ranks = new Int32Array(ids.length);
  places.forEach((index, rank) => {
    ranks[index] = rank;
  });
  return ranks;
}
