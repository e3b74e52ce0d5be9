/** SHA-256 (FIPS 180-4), synchronous and without imports, so that a draw replays anywhere. */

const ROUNDS = 64;
const [K, START] = constants();

/** The 32 bytes of the digest. O(length). */
export function sha256(message: Uint8Array): Uint8Array {
  const state = START.slice();
  const schedule = new Uint32Array(ROUNDS);
  const padded = pad(message);
  const view = new DataView(padded.buffer);
  for (let at = 0; at < padded.length; at += 64) {
    for (let i = 0; i < 16; i++) schedule[i] = view.getUint32(at + 4 * i);
    compress(state, schedule);
  }
  const digest = new Uint8Array(32);
  const out = new DataView(digest.buffer);
  state.forEach((word, i) => {
    out.setUint32(4 * i, word);
  });
  return digest;
}

/** The digest of a text's UTF-8 bytes in lower-case hexadecimal. */
export function sha256Hex(text: string): string {
  return toHex(sha256(new TextEncoder().encode(text)));
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function pad(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  padded.set(message);
  padded[message.length] = 0x80;
  new DataView(padded.buffer).setBigUint64(padded.length - 8, BigInt(message.length) * 8n);
  return padded;
}

function compress(state: Uint32Array, w: Uint32Array): void {
  for (let i = 16; i < ROUNDS; i++) {
    const x = w[i - 15] as number;
    const y = w[i - 2] as number;
    const s0 = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3);
    const s1 = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10);
    w[i] = (w[i - 16] as number) + s0 + (w[i - 7] as number) + s1;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as Eight;
  for (let i = 0; i < ROUNDS; i++) {
    const t1 =
      (h +
        (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
        ((e & f) ^ (~e & g)) +
        (K[i] as number) +
        (w[i] as number)) |
      0;
    const t2 = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] = (state[i] as number) + word;
  });
}

type Eight = [number, number, number, number, number, number, number, number];

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** Fractional parts of the cube roots of the first 64 primes and the square roots of the first 8. */
function constants(): [Uint32Array, Uint32Array] {
  const primes: number[] = [];
  for (let n = 2; primes.length < ROUNDS; n++) if (primes.every((p) => n % p !== 0)) primes.push(n);
  const root = (n: number, degree: bigint) =>
    Number(integerRoot(BigInt(n) << (32n * degree), degree) & 0xffffffffn);
  return [
    Uint32Array.from(primes, (p) => root(p, 3n)),
    Uint32Array.from(primes.slice(0, 8), (p) => root(p, 2n)),
  ];
}

/** The whole part of a root, by bisection on its bits. */
function integerRoot(value: bigint, degree: bigint): bigint {
  let root = 0n;
  for (let bit = 1n << 48n; bit > 0n; bit >>= 1n) {
    if ((root + bit) ** degree <= value) root += bit;
  }
  return root;
}
