import { type CsvStyle, csv } from "./csv.server";
import type { PublishedResult } from "./published-result";

/** Voters by day; small days are joined already. */
export function turnoutCsv({ turnout }: PublishedResult, style: CsvStyle): string {
  return csv(
    ["from", "to", "voters"],
    turnout.map(({ from, to, voters }) => [from, to, voters]),
    style,
  );
}
