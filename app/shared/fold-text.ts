/** Latin letters that look like Cyrillic ones, capital or small: old files and keyboards mix them inside one word. */
const toCyrillic = new Map(
  Object.entries({ a: "а", b: "в", c: "с", e: "е", h: "н", i: "і", ï: "ї", k: "к", m: "м", o: "о", p: "р", t: "т", x: "х", y: "у" }),
);
const toLatin = new Map([...toCyrillic].map(([latin, cyrillic]) => [cyrillic, latin]));

const APOSTROPHES = /['`´ʹʻʼ‘’‛′]/gu;

/**
 * Brings a text to the form in which it is searched and compared: lower case, one space between words, no
 * punctuation, apostrophes, stress marks or invisible characters, ё as е, look-alikes in the script of
 * their word. Folding twice changes nothing. The result holds nothing that LIKE treats as a wildcard.
 */
export function foldText(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFKC")
    .replace(APOSTROPHES, "")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .replace(/ё/gu, "е")
    .replace(/ë/gu, "e")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map(inOneScript)
    .join(" ");
}

/** A word with Latin letters that have no Cyrillic twin is Latin, any other mixed word is Cyrillic. */
function inOneScript(word: string): string {
  if (!/\p{Script=Cyrillic}/u.test(word) || !/\p{Script=Latin}/u.test(word)) return word;
  const letters = [...word];
  const surelyLatin = letters.some((letter) => /\p{Script=Latin}/u.test(letter) && !toCyrillic.has(letter));
  const surelyCyrillic = letters.some((letter) => /\p{Script=Cyrillic}/u.test(letter) && !toLatin.has(letter));
  const twins = surelyLatin && !surelyCyrillic ? toLatin : toCyrillic;
  return letters.map((letter) => twins.get(letter) ?? letter).join("");
}
