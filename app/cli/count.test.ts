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

  it("prints one array of every rule that counts such ballots", () => {
    const { out } = openward("count", WIELICZKA, "--rule", "all", "--json");
    const rules = (JSON.parse(out) as { rule: string }[]).map(({ rule }) => rule);
    expect(rules).toContain("phragmen");
    expect(rules).toContain("mes_cardinality_add1u");
    expect(new Set(rules).size).toBe(rules.length);
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

  it("names the line and the cause of a broken file", () => {
    const broken =
      "META\nkey;value\nbudget;100\nvote_type;approval\nPROJECTS\nproject_id;cost\n1;-5\nVOTES\nvoter_id;vote\n1;1\n";
    const { status, said } = openward("count", file("broken.pb", broken));
    expect(status).toBe(3);
    expect(said).toMatch(/line 7/);
    expect(openward("count", file("not-packed.pb.gz", "no archive")).status).toBe(3);
  });
});
