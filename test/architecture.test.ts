import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import accessTable from "./access.json";
import { type Access, accessOf, accessProblems, routeIds } from "./house/access";
import { databaseTestProblems, habitProblems, importsOf } from "./house/habits";
import { queryProblems } from "./house/queries";
import { sizeProblems, spreadProblems } from "./house/sizes";
import { filesBelow, isTest, parseSource, readSources, type Source } from "./house/source";
import {
  emptyNameProblems,
  strayTestProblems,
  topLevelProblems,
  vocabularyProblems,
} from "./house/vocabulary";

const sources = readSources("app", "db", "e2e", "test");
const production = sources.filter(({ path }) => path.startsWith("app/") && !isTest(path));

describe("the layout of the house", () => {
  it("keeps the top level as drawn", () => {
    expect(topLevelProblems(readdirSync("."))).toEqual([]);
  });

  it("gives every file of the domain a name that says what it may do", () => {
    expect(sources.flatMap(vocabularyProblems)).toEqual([]);
  });

  it("has no drawers and no barrels", () => {
    expect(emptyNameProblems(sources.map(({ path }) => path))).toEqual([]);
  });

  it("keeps tests beside what they test", () => {
    expect(strayTestProblems(sources.map(({ path }) => path))).toEqual([]);
    expect(sources.flatMap(databaseTestProblems)).toEqual([]);
  });

  it("keeps files and functions small", () => {
    expect(sources.flatMap(sizeProblems)).toEqual([]);
    expect(spreadProblems(production)).toEqual([]);
  });

  it("keeps the habits that a pattern can see", () => {
    expect(sources.flatMap(habitProblems)).toEqual([]);
  });
});

describe("routes", () => {
  const ids = routeIds(readFileSync("app/routes.ts", "utf8"));
  const read = ids.map((id) => accessOf(routeSource(id)));

  it("S-1 every loader and action is made by allow()", () => {
    expect(read.flatMap(({ problems }) => problems)).toEqual([]);
  });

  it("S-1 every route of the site map is in the access table, and nothing else is", () => {
    const found = Object.fromEntries(ids.map((id, index) => [id, read[index]?.access ?? {}]));
    expect(accessProblems(accessTable as Record<string, Access>, found)).toEqual([]);
  });

  it("are not imported by other routes", () => {
    const pages = new Set(ids.map((id) => id.split("/").at(-1)));
    const borrowed = production
      .filter(({ path }) => path.startsWith("app/routes/"))
      .flatMap((source) => importsOf(source).map(({ target }) => ({ path: source.path, target })))
      .filter(({ target }) => target.startsWith("./") && pages.has(target.slice(2)));
    expect(borrowed).toEqual([]);
  });
});

describe("what may reach the database and the browser", () => {
  it("D-1 D-2 D-4 D-5 statements avoid the traps of the query builder", () => {
    expect(sources.flatMap(queryProblems)).toEqual([]);
  });

  it("S-33 raw HTML has one home", () => {
    const homes = production.filter(({ text }) => text.includes("dangerouslySetInnerHTML"));
    expect(homes.map(({ path }) => path).filter((path) => path !== "app/ui/raw-html.tsx")).toEqual([]);
  });

  it("L-1 one module knows the session library", () => {
    const importers = production.filter((source) =>
      importsOf(source).some(({ target }) => target === "lucia"),
    );
    const withValues = importers.filter(({ text }) => !/import type [^;]*from "lucia"/.test(text));
    expect(withValues.map(({ path }) => path)).toHaveLength(1);
  });

  it("S-52 style sheets name no other host", () => {
    const styles = filesBelow("app/styles").filter((path) => path.endsWith(".css"));
    const foreign = styles.filter((path) =>
      /(url\(|@import)\s*["']?(https?:)?\/\//.test(readFileSync(path, "utf8")),
    );
    expect(foreign).toEqual([]);
  });
});

function routeSource(id: string): Source {
  const path =
    [`app/${id}.tsx`, `app/${id}.ts`].find((candidate) => existsSync(candidate)) ?? `app/${id}.tsx`;
  return parseSource(path, readFileSync(path, "utf8"));
}
