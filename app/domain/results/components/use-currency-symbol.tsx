import { intlTags } from "~/i18n/locales";
import { useLocale } from "~/i18n/use-translation";

/** "zł", "₴": how amounts of the currency are marked in the reader's language. */
export function useCurrencySymbol(currency: string): string {
  const format = new Intl.NumberFormat(intlTags[useLocale()], {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  });
  return format.formatToParts(0).find(({ type }) => type === "currency")?.value ?? currency;
}
