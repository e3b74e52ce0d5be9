import { describe, expect, it } from "vitest";
import { petitionSearch, readPetitionFilter } from "./petition-filter";

const read = (search: string, usual?: "all") => readPetitionFilter(new URLSearchParams(search), usual);

describe("the address of a list of petitions", () => {
  it("asks for open ones, newest first, unless it says otherwise", () => {
    expect(read("")).toEqual({ words: "", district: "", standing: "open", sort: "newest" });
    expect(read("", "all")).toMatchObject({ standing: "all" });
  });

  it("searches all of them, the best answer first", () => {
    expect(read("q=ліхтарі")).toMatchObject({ standing: "all", sort: "best" });
    expect(read("q=ліхтарі&state=open")).toMatchObject({ standing: "open", sort: "best" });
  });

  it.each(["state=DROP", "sort=email", "sort=best", "state=refused&sort=closing", "district=%00", "page=-1"])(
    "takes %s for not asked",
    (search) => {
      const { sort, district } = read(search);
      expect({ sort, district }).toEqual({ sort: "newest", district: "" });
    },
  );

  it("F-24 keeps a search that a database can store", () => {
    expect(read("q=a%00b").words).toBe("a b");
    expect(read(`q=${"я".repeat(500)}`).words).toHaveLength(200);
    expect(read(`q=${encodeURIComponent("a�")}`).words.isWellFormed()).toBe(true);
  });

  it("leads back to the same list", () => {
    for (const search of [
      "",
      "?state=waiting",
      "?q=a",
      "?q=a&state=open",
      "?sort=closing",
      "?district=D-1&page=2",
    ]) {
      const filter = read(search);
      const page = Number(new URLSearchParams(search).get("page") ?? 1);
      expect(petitionSearch(filter, { page })).toBe(search);
    }
  });

  it("begins anew with any other change and drops an order that no longer makes sense", () => {
    expect(petitionSearch(read("?district=D-1&page=3&sort=closing"), { standing: "answered" })).toBe(
      "?district=D-1&state=answered",
    );
  });
});
