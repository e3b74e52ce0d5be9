import { describe, expect, it } from "vitest";
import { ReadingProgress } from "./reading-progress";

function told(isTTY: boolean, total: number): string[] {
  const said: string[] = [];
  const progress = new ReadingProgress({ isTTY, write: (text) => said.push(text) }, "a.pb", total);
  for (const part of [0, 0.001, 0.5, 1]) progress.reached(part * total);
  progress.done();
  return said;
}

describe("ReadingProgress", () => {
  it("tells a terminal each percent of a large file once, and clears the line", () => {
    expect(told(true, 200_000_000)).toEqual([
      "\ra.pb: 0 % read",
      "\ra.pb: 50 % read",
      "\ra.pb: 100 % read",
      "\r\u001B[K",
    ]);
  });

  it("is silent for small files and where nobody looks", () => {
    expect([...told(true, 1_000_000), ...told(false, 200_000_000)]).toEqual([]);
  });
});
