const CYRILLIC_TWINS: Record<string, string> = {
  a: "а",
  b: "в",
  c: "с",
  e: "е",
  h: "н",
  i: "і",
  k: "к",
  m: "м",
  o: "о",
  p: "р",
  t: "т",
  x: "х",
  y: "у",
  ï: "ї",
};
const LATIN_TWINS: Record<string, string> = Object.fromEntries(
  Object.entries(CYRILLIC_TWINS).map(([latin, cyrillic]) => [cyrillic, latin]),
);

const INVISIBLE = /\u0301|[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const APOSTROPHES = /(?<=\p{L})['’‘ʼʹ`´′](?=\p{L})/gu;

/**
 * One spelling for all that people and keyboards mix up: case, apostrophes, ё and е, ґ and г, stress marks,
 * and letters of the other alphabet that look the same. Words come back parted by single spaces, without
 * punctuation. For search and for uniqueness, never for showing.
 */
export function foldText(text: string): string {
  const plain = text.normalize("NFC").toLowerCase().replace(INVISIBLE, "").replace(APOSTROPHES, "");
  const words =
    plain
      .replaceAll("ё", "е")
      .replaceAll("ґ", "г")
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.map(inOneAlphabet).join(" ");
}

/** A word of nothing but twins counts as Cyrillic: the same on both sides of a comparison is all that matters. */
function inOneAlphabet(word: string): string {
  const letters = [...word];
  const isCyrillic = letters.some(
    (letter) => /\p{Script=Cyrillic}/u.test(letter) && !(letter in LATIN_TWINS),
  );
  const isLatin = letters.some((letter) => /\p{Script=Latin}/u.test(letter) && !(letter in CYRILLIC_TWINS));
  const twins = isLatin && !isCyrillic ? LATIN_TWINS : CYRILLIC_TWINS;
  return letters.map((letter) => twins[letter] ?? letter).join("");
}
