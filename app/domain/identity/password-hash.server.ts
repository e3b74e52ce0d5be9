import { hash, verify } from "@node-rs/argon2";
import type { Outcome } from "~/shared/outcome";
import { done, refused } from "~/shared/outcome";

/** argon2id with the least memory OWASP allows for two passes: about 14 ms on another thread (S-19). */
const SETTINGS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const MOST_AT_ONCE = 2;
/** More than a second of waiting helps nobody: then the visitor is asked to come back (S-11, S-54). */
const LONGEST_QUEUE = 60;

/** Of a password nobody knows: unknown people take as long to refuse as known ones (S-21). */
const NOBODYS_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$vAXgIT0heU494kafsfqz2w$zh10GNUTUcjqZN8cBuA8BATBrAQgO2RxCUvVDQG539A";

let running = 0;
const waiting: (() => void)[] = [];

export async function hashPassword(password: string): Promise<Outcome<string, "busy">> {
  return await inTurn(() => hash(normalised(password), SETTINGS));
}

/** Compares with a stored hash; without one it takes the same time and says no. */
export async function verifyPassword(
  stored: string | null,
  password: string,
): Promise<Outcome<boolean, "busy">> {
  return await inTurn(
    async () => (await verify(stored ?? NOBODYS_HASH, normalised(password))) && stored !== null,
  );
}

/** The same letters typed on another system may arrive as other code points. */
function normalised(password: string): string {
  return password.normalize("NFKC");
}

async function inTurn<T>(work: () => Promise<T>): Promise<Outcome<T, "busy">> {
  if (running >= MOST_AT_ONCE) {
    if (waiting.length >= LONGEST_QUEUE) return refused("busy");
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return done(await work());
  } finally {
    // The place goes straight to the next in line, so that a newcomer cannot take it.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
