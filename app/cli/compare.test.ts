import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "openward-compare-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * Ten voters and 100 of money, so 10 each. North (a, 100) has six voters, south (b and c, 20 each) four.
 * Most votes first funds a alone. Equal Shares: the four southerners have 40, enough for b and c; the six
 * northerners have 60 of 100; then nothing else fits.
 */
const TOWN = `META
key;value
budget;100
vote_type;approval
PROJECTS
project_id;cost;district
a;100;North
b;20;South
c;20;South
VOTES
voter_id;vote
${[1, 2, 3, 4, 5, 6].map((voter) => `${voter};a`).join("\n")}
${[7, 8, 9, 10].map((voter) => `${voter};b,c`).join("\n")}
`;

function compare(...words: string[]): string {
  const path = join(folder, "town.pb");
  writeFileSync(path, TOWN);
  const all = ["--import", "tsx", "app/cli/main.ts", "compare", path, "--rules", "greedy,mes_cost", ...words];
  return spawnSync("node", all, { encoding: "utf8" }).stdout;
}

describe("openward compare", { timeout: 60_000 }, () => {
  it("gives every measure of a town small enough to count by hand", () => {
    const [greedy, shares] = JSON.parse(compare("--json"));
    expect(greedy).toMatchObject({
      rule: "greedy_votes",
      selected: ["a"],
      cost: "100",
      left: "0",
      servedVoters: 0.6,
      excluded: 0.4,
      fundedChoices: 0.6,
      // Four of the four southerners have a claim to 40 and see nothing funded.
      deserving: ["b", "c"],
      districts: [
        { name: "North", projects: 1, funded: 1, asked: "100", granted: "100" },
        { name: "South", projects: 2, funded: 0, asked: "40", granted: "0" },
      ],
    });
    // Six voters with 16.67 each and four with nothing: 1 - 0.6 is spent unevenly.
    expect(greedy.gini).toBeCloseTo(0.4);
    expect(shares).toMatchObject({
      cost: "40",
      left: "60",
      servedVoters: 0.4,
      excluded: 0.6,
      fundedChoices: 0.8,
    });
    expect(shares.selected).toEqual(["b", "c"]);
    expect(shares.gini).toBeCloseTo(0.6);
    expect(shares.deserving).toEqual([]);
  });

  it("says the same in words: who gains, who loses, which district gets what", () => {
    const text = compare();
    for (const name of [
      "voters served",
      "exclusion ratio",
      "funded choices",
      "power inequality",
      "EJR+ violations",
    ])
      expect(text).toContain(name);
    expect(text).toContain("mes_cost against greedy_votes: gained b, c; lost a");
    expect(text).toContain("greedy_votes, district “North”: 1 of 1 projects, 100");
    expect(text).toContain("mes_cost, district “South”: 2 of 2 projects, 40");
  });
});
