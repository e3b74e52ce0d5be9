/** The languages of the interface, in the order of the language switch. */
export const locales = ["uk", "ru", "en"] as const;

export type Locale = (typeof locales)[number];

/** Each language in its own name, as the switch shows it. */
export const localeNames: Record<Locale, string> = { uk: "Українська", ru: "Русский", en: "English" };

/** BCP 47 tags for `Intl`: English dates here are day before month. */
export const intlTags: Record<Locale, string> = { uk: "uk-UA", ru: "ru-RU", en: "en-GB" };

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}
