import { createContext, type ReactNode, useContext } from "react";
import { type Format, formatter } from "./format";
import type { Locale } from "./locales";
import { type T, translator } from "./translate";

type Translation = { locale: Locale; zone: string; currency: string };

const TranslationContext = createContext<Translation | null>(null);

type Props = Translation & { children: ReactNode };

/** `zone` is the community's IANA time zone, `currency` its ISO 4217 code. */
export function TranslationProvider({ locale, zone, currency, children }: Props) {
  return (
    <TranslationContext.Provider value={{ locale, zone, currency }}>{children}</TranslationContext.Provider>
  );
}

function useTranslation(): Translation {
  const translation = useContext(TranslationContext);
  if (!translation) throw new Error("No TranslationProvider above this component");
  return translation;
}

export function useLocale(): Locale {
  return useTranslation().locale;
}

export function useT(): T {
  return translator(useTranslation().locale);
}

export function useFormat(): Format {
  const { locale, zone, currency } = useTranslation();
  return formatter(locale, zone, currency);
}
