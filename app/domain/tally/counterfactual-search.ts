/** Says how much more seems to be needed, or `null` where the value does. */
type Probe = (value: bigint) => Generator<void, bigint | null>;

/**
 * The least value from 1 to `most` that does while the one before does not, for what is monotone;
 * `null` when `most` does not either. A close guess costs a few probes, a bad one about
 * 2 log2(value).
 */
export function* leastThat(probe: Probe, most: bigint, guess: bigint): Generator<void, bigint | null> {
  if (most < 1n) return null;
  let fails = 0n;
  let value = smaller(guess < 1n ? 1n : guess, most);
  for (let step = 1n; ; step *= 2n) {
    const lacking = yield* probe(value);
    if (lacking === null) return yield* narrowed(probe, fails, value);
    if (value === most) return null;
    fails = value;
    value = smaller(value + (lacking > step ? lacking : step), most);
  }
}

/** Looks just below what does, then further and further, and halves what is left between. */
function* narrowed(probe: Probe, lower: bigint, upper: bigint): Generator<void, bigint> {
  let [fails, works] = [lower, upper];
  for (let step = 1n; works - fails > 2n * step; step *= 8n) {
    if ((yield* probe(works - step)) !== null) {
      fails = works - step;
      break;
    }
    works -= step;
  }
  while (works - fails > 1n) {
    const middle = (fails + works) / 2n;
    if ((yield* probe(middle)) === null) works = middle;
    else fails = middle;
  }
  return works;
}

function smaller(one: bigint, other: bigint): bigint {
  return one < other ? one : other;
}
