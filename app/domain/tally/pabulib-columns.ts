import { type Built, built, failed } from "~/domain/tally/election";
import { type PabulibProblem, pabulibProblem } from "~/domain/tally/pabulib-problem";

export const TITLES = ["META", "PROJECTS", "VOTES"] as const;
export type PabulibTitle = (typeof TITLES)[number];

/** The section that a record opens: its title stands alone on the line. */
export function titleOf(fields: readonly string[]): PabulibTitle | null {
  const [first = "", ...rest] = fields;
  if (first.length > 20) return null;
  const name = first.trim().toUpperCase();
  return TITLES.find((title) => title === name && rest.every((field) => field.trim() === "")) ?? null;
}

/** The header line of a section: which column stands where. Names are matched without spaces around. */
export class PabulibColumns {
  private constructor(
    readonly names: readonly string[],
    private readonly places: ReadonlyMap<string, number>,
  ) {}

  static read(
    fields: readonly string[],
    line: number,
    needed: readonly string[],
  ): Built<PabulibColumns, PabulibProblem> {
    const places = new Map<string, number>();
    for (const [place, field] of fields.entries()) {
      const name = field.trim();
      if (places.has(name) && name !== "") return failed(pabulibProblem("column-twice", line, name));
      places.set(name, place);
    }
    const missing = needed.find((name) => !places.has(name));
    if (missing !== undefined) return failed(pabulibProblem("column-missing", line, missing));
    return built(new PabulibColumns([...places.keys()], places));
  }

  has(name: string): boolean {
    return this.places.has(name);
  }

  /** The field of that column; `undefined` where the column or the field is absent. */
  get(fields: readonly string[], name: string): string | undefined {
    const place = this.places.get(name);
    return place === undefined ? undefined : fields[place];
  }
}
