import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const WIELICZKA = "db/seed/elections/Poland_Wieliczka_2023_Green_Budget.pb.gz";
const folder = mkdtempSync(join(tmpdir(), "openward-count-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function openward(...words: string[]) {
  const { status, stdout, stderr } = spawnSync("node", ["--import", "tsx", "app/cli/main.ts", ...words], {
    encoding: "utf8",
  });
  return { status, out: stdout.trim(), said: stderr.trim() };
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe("openward count", { timeout: 60_000 }, () => {
  it("counts a real file by the rule it names and finds the official result", () => {
    const { status, out } = openward("count", WIELICZKA, "--json");
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ rule: "mes_cost_add1_until_over", cost: "995079", left: "4921" });
    expect(JSON.parse(out).selected).toHaveLength(30);
  });

  it("says what would have funded each other project when asked", () => {
    const { out } = openward("count", WIELICZKA, "--rule", "greedy", "--json", "--missing");
    const { selected, missing } = JSON.parse(out) as { selected: string[]; missing: object[] };
    expect(missing).toHaveLength(64 - selected.length);
    expect(missing[0]).toEqual({ project: expect.any(String), moreVotes: 5, cheaperBy: "48997" });
    const text = openward("count", WIELICZKA, "--rule", "greedy", "--missing").out;
    expect(text).toContain("would have been with: 5 more votes; a cost lower by 48997");
  });

  it("prints one array of every rule that counts such ballots", () => {
    const { out } = openward("count", WIELICZKA, "--rule", "all", "--json");
    const rules = (JSON.parse(out) as { rule: string }[]).map(({ rule }) => rule);
    expect(rules).toContain("phragmen");
    expect(rules).toContain("mes_cardinality_add1u");
    expect(new Set(rules).size).toBe(rules.length);
  });

  it("gives up a file made to be counted for ever", () => {
    const meta = "META\nkey;value\nnum_votes;5\nbudget;1e90\nvote_type;approval\n";
    const projects = "PROJECTS\nproject_id;cost\nx;9e89\ny;8e89\n";
    const endless = file("endless.pb", `${meta}${projects}VOTES\nvoter_id;vote\n1;x\n2;y\n3;y\n4;\n5;\n`);
    const { status, out, said } = openward("count", endless, "--rule", "mes_cost_add1");
    expect({ status, out }).toEqual({ status: 3, out: "" });
    expect(said).toMatch(/given up after 100000 runs/);
    expect(openward("count", endless, "--rule", "mes_cost").status).toBe(0);
  });

  it.each([
    [["count", WIELICZKA, "--rule", "majority"], 2, "majority"],
    [["count", WIELICZKA, "--rule", "mes_points"], 2, "mes_points"],
    [["count"], 2, "file"],
    [["count", "no-such-file.pb"], 3, "no-such-file.pb"],
    [["count", "app"], 3, "folder"],
  ])("%s ends with %i and one sentence", (words, code, named) => {
    const { status, out, said } = openward(...words);
    expect(status).toBe(code);
    expect(out).toBe("");
    expect(said.split("\n")).toHaveLength(1);
    expect(said).toContain(named);
  });

  it.each([
    ["approval", "voter_id;vote\n1;a\n2;a,b", "greedy_votes", "mes_cost_add1u"],
    ["choose-1", "voter_id;vote\n1;a\n2;b", "greedy_votes", "mes_cost_add1u"],
    ["cumulative", "voter_id;vote;points\n1;a;3\n2;a,b;1,2", "greedy_points", "mes_points_cost_add1u"],
    ["ordinal", "voter_id;vote\n1;a,b\n2;b", "greedy_borda", "mes_borda_cost_add1u"],
  ])("knows short names for %s ballots, and money as exact decimals", (type, votes, greedy, shares) => {
    const text = `META\nkey;value\nbudget;10.50\nvote_type;${type}\nPROJECTS\nproject_id;cost\na;3.25\nb;100\nVOTES\n${votes}\n`;
    const path = file(`${type}.pb`, text);
    for (const [name, rule] of [
      ["greedy", greedy],
      ["equal-shares", shares],
    ] as const) {
      const { out } = openward("count", path, "--rule", name, "--json");
      expect(JSON.parse(out)).toEqual({ rule, selected: ["a"], cost: "3.25", left: "7.25", ties: [] });
    }
  });

  it("prints an empty result for ballots that fund nothing", () => {
    const empty =
      "META\nkey;value\nbudget;1\nvote_type;approval\nPROJECTS\nproject_id;cost\na;2\nVOTES\nvoter_id;vote\n";
    const { status, out } = openward("count", file("empty.pb", empty), "--rule", "all", "--json");
    expect(status).toBe(0);
    const results = JSON.parse(out) as { selected: string[]; cost: string; left: string }[];
    expect(results.length).toBeGreaterThan(5);
    for (const result of results) expect(result).toMatchObject({ selected: [], cost: "0", left: "1" });
  });

  it("ends without a word when nobody reads on", () => {
    const command = "node --import tsx app/cli/main.ts replay test/reference/elections | head -n 1";
    const { stdout, stderr } = spawnSync("bash", ["-c", command], { encoding: "utf8" });
    expect([stdout.trim().split("\n").length, stderr]).toEqual([1, ""]);
  });

  it("names the line and the cause of a broken file", () => {
    const broken =
      "META\nkey;value\nbudget;100\nvote_type;approval\nPROJECTS\nproject_id;cost\n1;-5\nVOTES\nvoter_id;vote\n1;1\n";
    const { status, said } = openward("count", file("broken.pb", broken));
    expect(status).toBe(3);
    expect(said).toMatch(/line 7/);
    expect(openward("count", file("not-packed.pb.gz", "no archive")).status).toBe(3);
  });
});
