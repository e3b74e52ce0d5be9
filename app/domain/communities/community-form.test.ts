import { describe, expect, it } from "vitest";
import { communityForm } from "./community-form";

const good = {
  slug: "vilshana",
  name: { uk: "Вільшанська громада", en: "Vilshana" },
  zone: "Europe/Kyiv",
  currency: "UAH",
  languages: ["uk", "en"],
};

describe("communityForm", () => {
  it("takes a complete community, its names in NFC", () => {
    const decomposed = { ...good, name: { ...good.name, uk: good.name.uk.normalize("NFD") } };
    expect(communityForm.parse(decomposed)).toEqual(good);
  });

  it.each([
    ["slug", { slug: "Vilshana" }],
    ["slug", { slug: "vil.shana" }],
    ["slug", { slug: "vilshana-" }],
    ["slug", { slug: "v" }],
    ["zone", { zone: "Kyiv" }],
    ["zone", { zone: "+02:00" }],
    ["currency", { currency: "uah" }],
    ["currency", { currency: "KARB" }],
    ["languages", { languages: [] }],
    ["languages", { languages: ["uk", "uk"] }],
    ["languages", { languages: ["pl"] }],
    ["name", { name: { uk: "Вільшанська громада" } }],
    ["name", { name: { uk: "Вільшана\u202e", en: "Vilshana" } }],
    ["host", { host: "localhost" }],
    ["host", { host: "budget.example.org:80" }],
    ["", { role: "administrator" }],
  ])("S-3 complains about %s in %o", (field, change) => {
    const issues = communityForm.safeParse({ ...good, ...change }).error?.issues ?? [];
    expect(issues.map(({ path }) => path[0] ?? "")).toContain(field);
  });
});
