import { describe, expect, it } from "vitest";
import type { NewCommunity } from "./community-form";
import { listCommunities } from "./community-queries.server";
import { createCommunity } from "./create-community.server";

const given: NewCommunity = {
  slug: "vilshana",
  name: { uk: "Вільшанська громада" },
  zone: "Europe/Kyiv",
  currency: "UAH",
  languages: ["uk"],
};

describe("createCommunity", () => {
  it("founds a community once, however many ask at the same time", async () => {
    const outcomes = await Promise.all([1, 2, 3].map(() => createCommunity(given)));
    expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.done && outcome.reason === "name_taken")).toHaveLength(2);
    expect((await listCommunities()).map(({ slug, demo }) => [slug, demo])).toEqual([["vilshana", false]]);
  });

  it("refuses a host name that another community has", async () => {
    const host = "budget.example.org";
    expect((await createCommunity({ ...given, slug: "one", host })).done).toBe(true);
    expect(await createCommunity({ ...given, slug: "two", host })).toEqual({
      done: false,
      reason: "name_taken",
    });
  });

  it("marks a demonstration for good", async () => {
    await createCommunity({ ...given, slug: "played" }, { demo: true });
    expect((await listCommunities()).find(({ slug }) => slug === "played")?.demo).toBe(true);
  });
});
