/**
 * Puts items in an order that looks random and is the same for the same seed: Fisher–Yates driven by
 * xoshiro128** (Blackman, Vigna 2018) on the first 16 bytes. Give the items in one fixed order.
 */
export function shuffleBySeed<T>(items: readonly T[], seed: Uint8Array): T[] {
  const random = generator(seed);
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const pick = below(last + 1, random);
    [shuffled[last], shuffled[pick]] = [shuffled[pick] as T, shuffled[last] as T];
  }
  return shuffled;
}

/** A whole number under `limit`, each equally likely: draws from the uneven rest are thrown away. */
function below(limit: number, random: () => number): number {
  const fair = 2 ** 32 - (2 ** 32 % limit);
  for (;;) {
    const draw = random();
    if (draw < fair) return draw % limit;
  }
}

function generator(seed: Uint8Array): () => number {
  const view = new DataView(seed.buffer, seed.byteOffset, seed.byteLength);
  let [a, b, c, d] = [0, 4, 8, 12].map((offset) => view.getUint32(offset)) as [
    number,
    number,
    number,
    number,
  ];
  // All zeros is the one state the generator never leaves.
  if ((a | b | c | d) === 0) d = 1;
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
