import { isLocale, type Locale } from "./locales";

/** The language a browser asks for first among those of the community; the given one when it asks for none of them. */
export function askedLocale(
  acceptLanguage: string | null,
  languages: readonly Locale[],
  otherwise: Locale,
): Locale {
  const asked = (acceptLanguage ?? "").split(",").map((part) => part.trim().slice(0, 2).toLowerCase());
  return asked.filter(isLocale).find((tag) => languages.includes(tag)) ?? otherwise;
}
