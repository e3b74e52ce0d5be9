import { money } from "~/domain/tally/counting";
import type { Election } from "~/domain/tally/election";

/** What one part of the town, or one kind of project, got. */
export interface Portion {
  /** "" for projects that name none. */
  readonly name: string;
  readonly projects: number;
  readonly funded: number;
  /** Exact decimals. A project with several categories counts in each. */
  readonly asked: string;
  readonly granted: string;
}

/** Winners and money by district or by category, in alphabetical order by code point. O(projects). */
export function breakDown(
  election: Election,
  selected: readonly string[],
  by: "district" | "category",
): Portion[] {
  const funded = new Set(selected);
  const portions = new Map<string, { projects: number; funded: number; asked: bigint; granted: bigint }>();
  for (const { id, cost, district, categories } of election.projects) {
    const names = by === "district" ? [district] : categories.length > 0 ? categories : [""];
    for (const name of names) {
      const portion = portions.get(name) ?? { projects: 0, funded: 0, asked: 0n, granted: 0n };
      portion.projects += 1;
      portion.asked += cost;
      if (funded.has(id)) {
        portion.funded += 1;
        portion.granted += cost;
      }
      portions.set(name, portion);
    }
  }
  return [...portions]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { asked, granted, ...counts }]) => ({
      name,
      ...counts,
      asked: money(election, asked),
      granted: money(election, granted),
    }));
}
