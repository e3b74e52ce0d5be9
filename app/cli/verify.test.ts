import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { firstDifference } from "./first-difference";

const ASSEN = "test/reference/elections/Netherlands_Assen_2024.pb.gz";
const folder = mkdtempSync(join(tmpdir(), "openward-verify-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function openward(...words: string[]) {
  const { status, stdout, stderr } = spawnSync("node", ["--import", "tsx", "app/cli/main.ts", ...words], {
    encoding: "utf8",
  });
  return { status, out: stdout.trim(), said: stderr.trim() };
}

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

describe("the commands that repeat and compare counts", { timeout: 60_000 }, () => {
  const printed = openward("count", ASSEN, "--rule", "mes_cost_add1", "--json");
  const count = JSON.parse(printed.out) as { selected: string[] };

  it("verify repeats a count and says so", () => {
    const { status, out } = openward("verify", file("good.json", count), ASSEN);
    expect([status, out]).toEqual([0, expect.stringContaining("The count repeats")]);
  });

  it("verify names the first difference and ends with 1", () => {
    const selected = [...count.selected].reverse();
    const { status, said } = openward("verify", file("bad.json", { ...count, selected }), ASSEN);
    expect(status).toBe(1);
    expect(said).toBe(`selected[0]: published "${selected[0]}", counted "${count.selected[0]}".`);
  });

  it("verify holds the ballot file to its published hash", () => {
    const lists = [{ list: "community", count, ballotFile: { sha256: "00" } }];
    expect(openward("verify", file("hash.json", { lists }), ASSEN)).toMatchObject({
      status: 1,
      said: expect.stringContaining("SHA-256"),
    });
  });

  it.each([
    [["verify", "no-such.json", ASSEN], 3],
    [["verify", ASSEN, ASSEN], 3],
    [["compare", ASSEN, "--rules", "dictator"], 2],
    [["replay", "no-such-folder"], 3],
  ])("%s ends with %i", (words, code) => {
    expect(openward(...words)).toMatchObject({ status: code, out: "" });
  });

  it("compare tells what each rule makes of the same ballots", () => {
    const { out } = openward("compare", ASSEN, "--rules", "greedy,equal-shares", "--json");
    const results = JSON.parse(out) as { rule: string; servedVoters: number; gini: number }[];
    expect(results.map(({ rule }) => rule)).toEqual(["greedy_votes", "mes_cost_add1u"]);
    for (const { servedVoters } of results) expect(servedVoters).toBeGreaterThan(0.5);
  });

  it("replay goes on from where it stopped", () => {
    writeFileSync(
      join(folder, "one.pb"),
      "META\nkey;value\nbudget;10\nvote_type;approval\nrule;greedy\nPROJECTS\nproject_id;cost;selected\na;6;1\nb;6;0\nVOTES\nvoter_id;vote\n1;a\n2;a\n3;b\n",
    );
    const state = join(folder, "state");
    const first = openward("replay", folder, "--state", state);
    expect(first.out).toContain("one.pb: greedy_votes gives the published winners");
    expect(first.out).toContain("1 of 1 published results repeat");
    expect(openward("replay", folder, "--state", state).out).toBe(first.out);
  });
});

describe("firstDifference", () => {
  it("walks what is published and names the place", () => {
    expect(firstDifference({ a: [1, { b: "x" }] }, { a: [1, { b: "x", c: 2 }], d: 3 }, "")).toBeNull();
    expect(firstDifference({ a: [1, { b: "x" }] }, { a: [1, { b: "y" }] }, "")?.where).toBe("a[1].b");
    expect(firstDifference({ a: [1] }, { a: [1, 2] }, "")).toEqual({
      where: "a[1]",
      published: "nothing",
      found: "2",
    });
    expect(firstDifference({ a: 0.1 + 0.2 }, { a: 0.3 }, "")).toBeNull();
    expect(firstDifference({ a: 3 }, { a: 4 }, "")?.where).toBe("a");
    expect(firstDifference({ a: null }, {}, "")?.found).toBe("nothing");
  });
});
