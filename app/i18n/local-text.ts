import { type Locale, locales } from "./locales";

/** A text of the community that may be missing in some languages. */
export type LocalText = Partial<Record<Locale, string>>;

export type ShownText = {
  text: string;
  /** Language the text is really in: put it on the element's `lang`. */
  lang: Locale;
  /** True when the asked language is missing: say so beside the text. */
  foreign: boolean;
};

/** The text in the asked language, else in the first language that has it, in the order uk, ru, en. */
export function localText(text: LocalText, locale: Locale): ShownText {
  const lang = [locale, ...locales].find((candidate) => text[candidate]?.trim());
  if (!lang) return { text: "", lang: locale, foreign: false };
  return { text: text[lang] ?? "", lang, foreign: lang !== locale };
}
