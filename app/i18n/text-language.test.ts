import { expect, it } from "vitest";
import type { Locale } from "./locales";
import { textLanguage } from "./text-language";

it.each<[string, Locale, Locale]>([
  ["Лавки біля ставка, щоб відпочити", "ru", "uk"],
  ["Скамейки у пруда, чтобы были новые", "uk", "ru"],
  ["New benches by the pond", "uk", "en"],
  ["Парк", "ru", "ru"],
  ["Парк", "en", "uk"],
  ["", "en", "en"],
  ["Wi-Fi у сквері біля школи", "en", "uk"],
])("%j on a page in %s is in %s", (text, page, language) => {
  expect(textLanguage(text, page)).toBe(language);
});
