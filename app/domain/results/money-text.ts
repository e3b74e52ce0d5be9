import { formatDecimal, inUnits, parseDecimal } from "~/domain/tally/decimal";

const digitsKnown = new Map<string, number>();

/** Digits of the minor unit of an ISO 4217 currency: 2 for UAH, 0 for JPY. Undefined for an unknown code. */
export function currencyDigits(currency: string): number | undefined {
  if (!/^[A-Z]{3}$/.test(currency)) return undefined;
  const known = digitsKnown.get(currency);
  if (known !== undefined) return known;
  const digits =
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  digitsKnown.set(currency, digits);
  return digits;
}

/** Minor units of an exact decimal amount; null where it is no amount or finer than the currency. */
export function minorUnits(amount: string, currency: string): number | null {
  const value = parseDecimal(amount);
  const digits = currencyDigits(currency);
  if (!value || digits === undefined || value.decimals > digits) return null;
  const units = Number(inUnits(value, digits));
  return Number.isSafeInteger(units) ? units : null;
}

/** Decimal text in major units: `995079`, `0.5`. */
export function majorUnits(minor: number, currency: string): string {
  return formatDecimal(BigInt(minor), currencyDigits(currency) ?? 2);
}

/** A share computed in a count, cut down to the minor unit: never more than there was. */
export function roughMinor(amount: number | string, currency: string): number {
  const exact = typeof amount === "string" ? minorUnits(amount, currency) : null;
  return exact ?? Math.floor(Number(amount) * 10 ** (currencyDigits(currency) ?? 2) + 1e-6);
}

/** A computed price, rounded up to the minor unit: nobody paid more than is said. */
export function priceMinor(price: number, currency: string): number {
  return Math.ceil(price * 10 ** (currencyDigits(currency) ?? 2) - 1e-6);
}
