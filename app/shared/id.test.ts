import { describe, expect, it } from "vitest";
import { hiddenId, isId, newId } from "./id";

describe("ids", () => {
  it("DB-3 are UUIDs of version 7 in the order of their making", () => {
    const ids = [1_700_000_000_000, 1_700_000_000_001, 1_800_000_000_000].map((instant) => newId(instant));
    expect(ids.every((id) => isId(id) && id[14] === "7")).toBe(true);
    expect([...ids].sort()).toEqual(ids);
  });

  it("DB-3 tell nothing about their time where it must stay hidden", () => {
    const ids = Array.from({ length: 50 }, hiddenId);
    expect(ids.every((id) => isId(id) && id[14] === "4")).toBe(true);
    expect([...ids].sort()).not.toEqual(ids);
  });

  it.each(["", "1", "../x", "00000000-0000-1000-8000-000000000000", `${newId()}x`])("%s is no id", (text) => {
    expect(isId(text)).toBe(false);
  });
});
