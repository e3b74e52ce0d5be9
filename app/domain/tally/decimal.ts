/** A decimal number read exactly: `units / 10^decimals`. */
export interface Decimal {
  readonly units: bigint;
  readonly decimals: number;
}

const PLAIN = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,2}))?$/;
/** Longer numbers are refused: no budget needs them, and a hostile one costs time. */
const LONGEST = 60;

/**
 * Reads `"12"`, `"12.50"`, `"1e6"`; spaces around it are ignored. Anything else, such as a
 * thousands separator, gives `null`. Trailing zeros after the point do not count as decimals.
 */
export function parseDecimal(text: string): Decimal | null {
  const trimmed = text.trim();
  if (trimmed.length === 0 || trimmed.length > LONGEST) return null;
  const match = PLAIN.exec(trimmed);
  if (!match) return null;
  const [, sign = "", whole = "", part = "", exponent = "0"] = match;
  if (whole.length + part.length === 0) return null;
  const fractional = withoutEndZeros(part);
  let units = BigInt(`${whole}${fractional}` || "0");
  let decimals = fractional.length - Number(exponent);
  if (decimals < 0) {
    units *= 10n ** BigInt(-decimals);
    decimals = 0;
  }
  while (decimals > 0 && units % 10n === 0n) {
    units /= 10n;
    decimals -= 1;
  }
  return { units: sign === "-" ? -units : units, decimals };
}

/** The same number counted in units of `10^-decimals`, which must be at least as fine. */
export function inUnits(value: Decimal, decimals: number): bigint {
  return value.units * 10n ** BigInt(decimals - value.decimals);
}

/** `units / 10^decimals` as text without useless zeros: `"995079"`, `"0.5"`. */
export function formatDecimal(units: bigint, decimals: number): string {
  if (decimals === 0) return units.toString();
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, -decimals);
  const part = withoutEndZeros(digits.slice(-decimals));
  return `${units < 0n ? "-" : ""}${whole}${part === "" ? "" : `.${part}`}`;
}

/** In one pass: the expression /0+$/ would start anew at every zero in the middle. */
function withoutEndZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === "0") end -= 1;
  return digits.slice(0, end);
}
