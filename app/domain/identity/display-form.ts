import { z } from "zod";

export const SCHEMES = ["system", "light", "dark"] as const;
type Scheme = (typeof SCHEMES)[number];

export const displayForm = z.strictObject({ scheme: z.enum(SCHEMES) });

const YEAR_SECONDS = 365 * 86_400;

/** The value for `Set-Cookie`; following the device needs no cookie. */
export function colourSchemeCookie(scheme: Scheme): string {
  const age = scheme === "system" ? 0 : YEAR_SECONDS;
  return `colour-scheme=${scheme}; Path=/; Max-Age=${age}; SameSite=Lax`;
}
