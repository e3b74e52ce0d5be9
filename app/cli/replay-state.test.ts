import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ReplayState } from "./replay-state";

const folder = mkdtempSync(join(tmpdir(), "openward-state-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const one = { file: "one.pb", stamp: "1" };
const two = { file: "two.pb", stamp: "2" };

describe("ReplayState", () => {
  it("knows what was done, until the file changes", () => {
    const path = join(folder, "done");
    new ReplayState(path).keep(one);
    expect(new ReplayState(path).find("one.pb", "1")).toEqual(one);
    expect(new ReplayState(path).find("one.pb", "other")).toBeUndefined();
    expect(new ReplayState(path).find("two.pb", "2")).toBeUndefined();
  });

  it("goes on behind half a line of a run that was killed", () => {
    const path = join(folder, "killed");
    new ReplayState(path).keep(one);
    appendFileSync(path, '{"file":"two.pb","sta');
    new ReplayState(path).keep(two);
    const state = new ReplayState(path);
    expect([state.find("one.pb", "1"), state.find("two.pb", "2")]).toEqual([one, two]);
  });

  it("leaves a file alone that is no state, and says what it cannot write", () => {
    const path = join(folder, "ballots.pb");
    writeFileSync(path, "META\n");
    expect(() => new ReplayState(path)).toThrow("something else");
    expect(readFileSync(path, "utf8")).toBe("META\n");
    expect(() => new ReplayState(join(folder, "no", "folder")).keep(one)).toThrow("cannot be kept");
  });
});
