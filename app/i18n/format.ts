import { type DateFormat, dateFormat } from "./date-format";
import { intlTags, type Locale } from "./locales";
import { type NumberFormat, numberFormat } from "./number-format";

export type Format = NumberFormat & DateFormat;

const formatters = new Map<string, Format>();

/** Formats for one language, IANA zone and ISO 4217 currency; built once, because `Intl` objects are dear. */
export function formatter(locale: Locale, zone: string, currency: string): Format {
  const key = `${locale} ${zone} ${currency}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = { ...numberFormat(intlTags[locale], currency), ...dateFormat(locale, zone) };
  formatters.set(key, made);
  return made;
}
