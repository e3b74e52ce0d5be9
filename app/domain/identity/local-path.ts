import { isLocale } from "~/i18n/locales";

const LONGEST = 2_000;
/** Pages that make no sense as the end of a sign-in: they would lead in circles or sign out again. */
const CIRCULAR = new Set(["sign-in", "sign-out", "sign-up", "reset", "confirm"]);

/**
 * The page a visitor may be sent to after signing in (S-29): a path of this site that begins with one of its
 * languages. Anything else, such as another host in any disguise, becomes `fallback`.
 */
export function localPath(given: string | null | undefined, fallback: string): string {
  if (!given || given.length > LONGEST || !/^\/[a-z]{2}(?:[/?#]|$)/.test(given)) return fallback;
  // Browsers read a backslash as a slash and drop tabs and line breaks before they look for a host.
  if (/[\\\p{Cc}]/u.test(given)) return fallback;
  const here = "http://here.invalid";
  if (!URL.canParse(given, here)) return fallback;
  const { origin, pathname, search } = new URL(given, here);
  const [, locale, section = ""] = pathname.split("/");
  if (origin !== here || pathname.includes("//") || !isLocale(locale) || CIRCULAR.has(section))
    return fallback;
  return pathname + search;
}
