import common from "./common-passwords.json";

export const SHORTEST_PASSWORD = 8;
export const LONGEST_PASSWORD = 200;

/**
 * The most used passwords of known breaches that are long enough to be chosen here (from the lists of zxcvbn,
 * MIT), and those typed on Ukrainian and Russian keyboards. Kept in lower case.
 */
const known = new Set(common);

export type PasswordWeakness = "common" | "pattern" | "personal";

/**
 * Why a password would be guessed among the first; null when it may be used (S-19). Length is the only other
 * rule: no digits or signs are asked for. `personal` are texts that attackers try first: name, address, place.
 */
export function passwordWeakness(
  password: string,
  personal: readonly string[] = [],
): PasswordWeakness | null {
  const folded = password.normalize("NFKC").toLowerCase();
  if (known.has(folded)) return "common";
  if (isRepeated(folded) || isSequence(folded)) return "pattern";
  const guesses = personal
    .flatMap((text) => [text, ...text.split(/[\s@.]+/)])
    .map((text) => text.toLowerCase());
  const bare = folded.replace(/[\d\s!?.]+$/, "");
  const isPersonal = guesses.some((guess) => guess.length > 3 && (guess === folded || guess === bare));
  return isPersonal ? "personal" : null;
}

/** "aaaaaaaa", "abcabcabc": a unit of up to four characters and nothing else. */
function isRepeated(text: string): boolean {
  return [1, 2, 3, 4].some(
    (size) =>
      text ===
      text
        .slice(0, size)
        .repeat(Math.ceil(text.length / size))
        .slice(0, text.length),
  );
}

/** "23456789", "zyxwvuts": each character next to the one before. */
function isSequence(text: string): boolean {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return [1, -1].some((step) =>
    codes.every((code, index) => index === 0 || code - (codes[index - 1] ?? 0) === step),
  );
}
