import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { countElection } from "~/domain/tally/count";
import { PabulibReader } from "~/domain/tally/pabulib-reader";

type Expected = {
  selected: string[];
  cost: string;
  left: string;
  voters_with_winner: number;
  endowment?: string;
  steps?: number;
  stop?: string;
};
type Reference = { instance: string; rules: Record<string, Expected> };

const OWN = join(import.meta.dirname, "elections");
const BESIDE = join(import.meta.dirname, "..", "..", "..", "shared", "data", "pabulib");
const folders = [OWN, process.env["OPENWARD_REFERENCE"] ?? BESIDE].filter((folder) => existsSync(folder));

function read(folder: string, name: string) {
  const packed = join(folder, `${name}.pb.gz`);
  const bytes = existsSync(packed) ? gunzipSync(readFileSync(packed)) : readFileSync(join(folder, `${name}.pb`));
  const reader = new PabulibReader();
  reader.pushBytes(bytes);
  const found = reader.finish();
  if (!found.ok) throw new Error(`${name}: ${found.problem.cause} in line ${found.problem.line}`);
  return found.value;
}

for (const folder of folders) {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json") && name !== "index.json");
  describe(`${names.length} real elections, every rule`, () => {
    it.each(names.map((name) => name.slice(0, -".json".length)))("%s", { timeout: 120_000 }, (name) => {
      const { rules } = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")) as Reference;
      const { election } = read(folder, name);
      for (const [rule, expected] of Object.entries(rules)) {
        const counted = countElection(election, rule);
        if (!counted.ok) throw new Error(`${rule}: ${counted.problem.code}`);
        const { selected, cost, left, votersWithWinner, endowment, steps, stop } = counted.value;
        expect({ rule, selected, cost, left, votersWithWinner }).toEqual({
          rule,
          selected: expected.selected,
          cost: expected.cost,
          left: expected.left,
          votersWithWinner: expected.voters_with_winner,
        });
        if (expected.endowment !== undefined) expect({ rule, endowment }).toEqual({ rule, endowment: expected.endowment });
        if (expected.steps !== undefined) expect({ rule, steps, stop }).toEqual({ rule, steps: expected.steps, stop: expected.stop });
      }
    });
  });
}
