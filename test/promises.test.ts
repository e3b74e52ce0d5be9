import { describe, expect, it } from "vitest";
import { promisesKept } from "./house/promises";
import { parseSource, readSources } from "./house/source";
import promises from "./promises.json";

describe("promises", () => {
  const kept = promisesKept(readSources("app", "db", "e2e", "test"));

  it("each number of test/promises.json has a test whose title starts with it", () => {
    expect(promises.kept.filter((number) => !kept.has(number))).toEqual([]);
  });

  it("each number that a title starts with is in test/promises.json", () => {
    expect([...kept].filter((number) => !promises.kept.includes(number)).sort()).toEqual([]);
  });

  it("are read from the titles of tests only", () => {
    const text = [
      'it("S-1 one", run)',
      'test("D-1 D-2: two", run)',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source of a template
      "it.each(rows)(`F-5 ${name}`, run)",
      'it("says S-2 later", run)',
      'describe("S-3", run)',
    ].join("\n");
    const read = (path: string) => [...promisesKept([parseSource(path, text)])].sort();
    expect(read("app/a.test.ts")).toEqual(["D-1", "D-2", "F-5", "S-1"]);
    expect(read("e2e/a.spec.ts")).toHaveLength(4);
    expect(read("app/a.ts")).toEqual([]);
  });
});
