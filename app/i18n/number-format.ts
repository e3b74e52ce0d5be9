export type NumberFormat = {
  number(value: number): string;
  /** `part` of `whole` in per cent with at most one digit; 0 % of nothing. */
  percent(part: number, whole: number): string;
  /** Minor units (kopiikas, cents); the digits after the point appear only when they are not zero. */
  money(minor: number, currency?: string): string;
  list(items: string[]): string;
  /** "1.4 MB" from bytes */
  fileSize(bytes: number): string;
};

/** `tag` is a BCP 47 language tag, `ownCurrency` the ISO 4217 code used when `money` gets none. */
export function numberFormat(tag: string, ownCurrency: string): NumberFormat {
  const plain = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
  const share = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 1 });
  const items = new Intl.ListFormat(tag, { type: "conjunction" });
  const moneys = new Map<string, Money>();
  const moneyOf = (currency: string) => {
    const known = moneys.get(currency) ?? moneyFormat(tag, currency);
    moneys.set(currency, known);
    return known;
  };
  return {
    number: (value) => plain.format(value),
    percent: (part, whole) => share.format(whole === 0 ? 0 : part / whole),
    money: (minor, currency = ownCurrency) => formatMoney(moneyOf(currency), minor),
    list: (values) => items.format(values),
    fileSize: (bytes) => {
      const [unit, size] = bytes < 1e6 ? (["kilobyte", 1e3] as const) : (["megabyte", 1e6] as const);
      return new Intl.NumberFormat(tag, { style: "unit", unit, maximumFractionDigits: 1 }).format(
        bytes / size,
      );
    },
  };
}

type Money = { digits: number; whole: Intl.NumberFormat; exact: Intl.NumberFormat };

function moneyFormat(tag: string, currency: string): Money {
  const options = { style: "currency", currency, currencyDisplay: "narrowSymbol" } as const;
  const exact = new Intl.NumberFormat(tag, options);
  const digits = exact.resolvedOptions().maximumFractionDigits ?? 2;
  return { digits, exact, whole: new Intl.NumberFormat(tag, { ...options, maximumFractionDigits: 0 }) };
}

/** Goes through a decimal text: a sum divided by 100 in floating point may lose its last digit. */
function formatMoney({ digits, whole, exact }: Money, minor: number): string {
  const sign = minor < 0 ? "-" : "";
  const text = String(Math.abs(minor)).padStart(digits + 1, "0");
  const units = `${sign}${text.slice(0, text.length - digits)}`;
  const fraction = text.slice(text.length - digits);
  return /^0*$/.test(fraction) ? whole.format(decimal(units)) : exact.format(decimal(`${units}.${fraction}`));
}

/** `Intl` reads decimal texts exactly; TypeScript's library knows it for literals only. */
function decimal(text: string): Intl.StringNumericLiteral {
  return text as Intl.StringNumericLiteral;
}
