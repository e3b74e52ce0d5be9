import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filterSearch, isFiltered, readFilter } from "./initiative-filter";

const read = (search: string) => readFilter(new URLSearchParams(search));

describe("the address of a list", () => {
  it.each<[string, object]>([
    ["", { words: "", district: "", theme: "", state: "", round: "", sort: "newest" }],
    ["q=парк", { words: "парк", sort: "best" }],
    ["q=парк&sort=number", { words: "парк", sort: "number" }],
    ["sort=best", { sort: "newest" }],
    ["sort=votes", { sort: "newest" }],
    [
      "theme=roads&state=admitted&district=03&round=pb-2027",
      { theme: "roads", state: "admitted", district: "03", round: "pb-2027" },
    ],
    ["theme=__proto__&state=voted", { theme: "", state: "" }],
    ["district=%00&round='--", { district: "", round: "" }],
    ["q=%00%D0%BF", { words: "п" }],
  ])("%j", (search, expected) => {
    expect(read(search)).toMatchObject(expected);
  });

  it("comes back the same from every address it writes", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("newest", "number", "complete"), (words, sort) => {
        const filter = read(new URLSearchParams({ q: words, theme: "yards", sort }).toString());
        expect(read(filterSearch(filter))).toEqual(filter);
      }),
    );
  });

  it("goes to the first page when anything but the page changes", () => {
    const filter = read("q=парк&page=3");
    expect(filterSearch(filter, { theme: "sport" })).toBe(
      `?${new URLSearchParams({ q: "парк", theme: "sport" })}`,
    );
    expect(filterSearch(filter, { page: 3 })).toContain("page=3");
    expect(filterSearch(read(""))).toBe("");
  });

  it("knows whether anything is filtered", () => {
    expect(isFiltered(read("sort=number"))).toBe(false);
    expect(isFiltered(read("theme=sport"))).toBe(true);
  });

  it("S-39 takes the first of a repeated parameter and cuts a long one", () => {
    expect(read("theme=sport&theme=roads").theme).toBe("sport");
    expect(read(`q=${"я".repeat(5_000)}`).words).toHaveLength(200);
  });
});
