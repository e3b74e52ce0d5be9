/** Where petitions stand, as readers of a list ask for it; `waiting` has enough signatures and no answer yet. */
export const STANDINGS = ["open", "waiting", "answered", "closed", "refused", "all"] as const;
export type PetitionStanding = (typeof STANDINGS)[number];

export const PETITION_SORTS = ["best", "newest", "signatures", "closing"] as const;
export type PetitionSort = (typeof PETITION_SORTS)[number];

/** What a list shows; the same things stand in its address. `district` is a code, or `whole` for the whole community. */
export type PetitionFilter = {
  words: string;
  district: string;
  standing: PetitionStanding;
  sort: PetitionSort;
};

export const WHOLE_COMMUNITY = "whole";
const LONGEST_QUERY = 200;

/** Reads the address of a list; what it does not know counts as not asked. Files and searches begin with all. */
export function readPetitionFilter(
  params: URLSearchParams,
  usual: PetitionStanding = "open",
): PetitionFilter {
  const words = storable(params.get("q") ?? "")
    .trim()
    .slice(0, LONGEST_QUERY);
  const standing = oneOf(STANDINGS, params.get("state")) ?? (words === "" ? usual : "all");
  const sort = oneOf(PETITION_SORTS, params.get("sort"));
  const district = params.get("district") ?? "";
  return {
    words,
    district: /^[\p{L}\p{N}_.-]{1,60}$/u.test(district) ? district : "",
    standing,
    sort: sort && sortsOf(standing, words).includes(sort) ? sort : usualSort(words),
  };
}

/** The orders that make sense: only what is open closes soon, only a search has a best answer. */
export function sortsOf(standing: PetitionStanding, words: string): PetitionSort[] {
  return PETITION_SORTS.filter(
    (sort) => (sort !== "best" || words !== "") && (sort !== "closing" || standing === "open"),
  );
}

/** The address of the same list with some things changed; anything but the page number leads to its first page. */
export function petitionSearch(
  filter: PetitionFilter,
  change: Partial<PetitionFilter & { page: number }> = {},
): string {
  const { words, district, standing, sort } = { ...filter, ...change };
  const parts = {
    q: words,
    district,
    state: standing === (words === "" ? "open" : "all") ? "" : standing,
    sort: sort === usualSort(words) || !sortsOf(standing, words).includes(sort) ? "" : sort,
    page: change.page && change.page > 1 ? String(change.page) : "",
  };
  const search = new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== ""));
  return search.size > 0 ? `?${search}` : "";
}

export function isNarrowed({ words, district }: PetitionFilter): boolean {
  return words !== "" || district !== "";
}

function usualSort(words: string): PetitionSort {
  return words === "" ? "newest" : "best";
}

function oneOf<V extends string>(values: readonly V[], given: string | null): V | undefined {
  return values.find((value) => value === given);
}

/** A database keeps no NUL and no half of a surrogate pair. */
function storable(text: string): string {
  return text.replaceAll("\0", " ").toWellFormed();
}
