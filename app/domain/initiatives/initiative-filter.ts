import { INITIATIVE_STATES, type InitiativeState, THEMES, type Theme } from "./initiative";

export const SORTS = ["best", "newest", "number", "complete"] as const;
export type InitiativeSort = (typeof SORTS)[number];

/** What a list shows; the same things stand in its address. `district` is a code, or `whole` for the whole community. */
export type InitiativeFilter = {
  words: string;
  district: string;
  theme: Theme | "";
  state: InitiativeState | "";
  /** Slug of a round. */
  round: string;
  sort: InitiativeSort;
};

export const WHOLE_COMMUNITY = "whole";
const LONGEST_QUERY = 200;

/** Reads the address of a list; what it does not know counts as not asked. */
export function readFilter(params: URLSearchParams): InitiativeFilter {
  const words = storable(params.get("q") ?? "")
    .trim()
    .slice(0, LONGEST_QUERY);
  const sort = oneOf(SORTS, params.get("sort"));
  return {
    words,
    district: code(params.get("district")),
    theme: oneOf(THEMES, params.get("theme")) ?? "",
    state: oneOf(INITIATIVE_STATES, params.get("state")) ?? "",
    round: code(params.get("round")),
    sort: words === "" ? (sort === undefined || sort === "best" ? "newest" : sort) : (sort ?? "best"),
  };
}

/** The address of the same list with some things changed; anything but the page number leads to its first page. */
export function filterSearch(
  filter: InitiativeFilter,
  change: Partial<InitiativeFilter & { page: number; view: string }> = {},
): string {
  const { words, district, theme, state, round, sort } = { ...filter, ...change };
  const usual = words === "" ? "newest" : "best";
  const page = change.page && change.page > 1 ? String(change.page) : "";
  const parts = {
    q: words,
    district,
    theme,
    state,
    round,
    sort: sort === usual ? "" : sort,
    view: change.view ?? "",
    page,
  };
  const search = new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== ""));
  return search.size > 0 ? `?${search}` : "";
}

export function isFiltered({ words, district, theme, state, round }: InitiativeFilter): boolean {
  return [words, district, theme, state, round].some((part) => part !== "");
}

function oneOf<V extends string>(values: readonly V[], given: string | null): V | undefined {
  return values.find((value) => value === given);
}

function code(given: string | null): string {
  return given && /^[\p{L}\p{N}_.-]{1,60}$/u.test(given) ? given : "";
}

/** A database keeps no NUL and no half of a surrogate pair. */
function storable(text: string): string {
  return text.replaceAll("\0", " ").toWellFormed();
}
