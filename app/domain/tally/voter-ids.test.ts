import { describe, expect, it } from "vitest";
import { VoterIds } from "./voter-ids";

describe("VoterIds", () => {
  it("notices an id that comes again", () => {
    const ids = new VoterIds();
    const names = Array.from({ length: 20_000 }, (_, index) => `voter-${index}`);
    expect(names.some((name) => ids.seen(name))).toBe(false);
    expect(names.every((name) => ids.seen(name))).toBe(true);
    expect(ids.seen("")).toBe(false);
    expect(ids.seen("")).toBe(true);
  });
});
