import { describe, expect, it } from "vitest";
import { isTest, readSources } from "./house/source";

describe("sealed bytes", () => {
  it("D-8 are given again as a parameter, so that the web process never needs to read them", () => {
    const reading = readSources("app", "db")
      .filter(({ path, text }) => !isTest(path) && /excluded\s*\.\s*sealed/.test(text))
      .map(({ path }) => path);
    expect(reading).toEqual([]);
  });
});
