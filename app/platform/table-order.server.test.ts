import { describe, expect, it } from "vitest";
import { inOrder } from "./table-order.server";

describe("inOrder", () => {
  const tables = ["a", "b", "c"].map((name) => ({ name, columns: [] }));

  it("puts tables after those they refer to", () => {
    const references = [
      { from: "a", to: "b" },
      { from: "b", to: "c" },
    ];
    expect(inOrder(tables, references).map(({ name }) => name)).toEqual(["c", "b", "a"]);
  });

  it("names a ring", () => {
    const ring = [
      { from: "a", to: "b" },
      { from: "b", to: "a" },
    ];
    expect(() => inOrder(tables, ring)).toThrow(/ring: a, b/);
  });
});
