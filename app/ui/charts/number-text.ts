import type { Axis } from "./chart-options";

/** Numbers as the page writes them: short on axes, exact in tooltips. */
export function axisText(axis: Axis): { short: (value: number) => string; exact: (value: number) => string } {
  const tag = document.documentElement.lang;
  const short = new Intl.NumberFormat(tag, { notation: "compact", maximumFractionDigits: 1 });
  const money = {
    style: "currency",
    currency: axis.currency ?? "",
    currencyDisplay: "narrowSymbol",
  } as const;
  const exact = (value: number) =>
    new Intl.NumberFormat(
      tag,
      axis.currency ? { ...money, minimumFractionDigits: value % 1 ? 2 : 0 } : {},
    ).format(value);
  return { short: (value) => short.format(value), exact };
}
