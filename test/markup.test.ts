import { describe, expect, it } from "vitest";
import { isTest, readSources } from "./house/source";

describe("markup", () => {
  it("S-35 no page puts data into a script element: the only one names a file", () => {
    const scripts = readSources("app")
      .filter(({ path }) => !isTest(path))
      .flatMap(({ path, text }) => [...text.matchAll(/<script\b[^>]*>/g)].map(([tag]) => `${path}: ${tag}`));
    expect(scripts).toEqual(['app/root.tsx: <script type="module" src={site.enhancement} />']);
  });
});
