import type { Locale } from "./locales";

/** Letters that one of the languages has and the other has not. */
const OWN_LETTERS = { uk: /[іїєґ]/giu, ru: /[ыэъё]/giu };

/** The language of a resident's text by its letters; the page's language where they do not tell. */
export function textLanguage(text: string, pageLanguage: Locale): Locale {
  const cyrillic = count(text, /\p{Script=Cyrillic}/gu);
  const latin = count(text, /\p{Script=Latin}/gu);
  if (latin > cyrillic) return "en";
  const ukrainian = count(text, OWN_LETTERS.uk);
  const russian = count(text, OWN_LETTERS.ru);
  if (ukrainian === russian) return cyrillic > 0 && pageLanguage === "en" ? "uk" : pageLanguage;
  return ukrainian > russian ? "uk" : "ru";
}

function count(text: string, letters: RegExp): number {
  return text.match(letters)?.length ?? 0;
}
