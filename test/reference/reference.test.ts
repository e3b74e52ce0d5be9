import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { countElection } from "~/domain/tally/count";
import type { Election } from "~/domain/tally/election";
import { PabulibReader } from "~/domain/tally/pabulib-reader";

type Expected = {
  selected: string[];
  cost: string;
  left: string;
  voters_with_winner: number;
  ties?: number;
  rho?: string[];
  endowment?: string;
  steps?: number;
  stop?: string;
};
type Reference = { instance: string; rules: Record<string, Expected> };

const OWN = join(import.meta.dirname, "elections");
const BESIDE = join(import.meta.dirname, "..", "..", "..", "shared", "data", "pabulib");
const folders = [OWN, process.env.OPENWARD_REFERENCE ?? BESIDE].filter((folder) => existsSync(folder));

function read(folder: string, name: string) {
  const packed = join(folder, `${name}.pb.gz`);
  const bytes = existsSync(packed)
    ? gunzipSync(readFileSync(packed))
    : readFileSync(join(folder, `${name}.pb`));
  const reader = new PabulibReader();
  reader.pushBytes(bytes);
  const found = reader.finish();
  if (!found.ok) throw new Error(`${name}: ${found.problem.cause} in line ${found.problem.line}`);
  return found.value;
}

function expectOutcome(election: Election, rule: string, expected: Expected): void {
  const counted = countElection(election, rule);
  if (!counted.ok) throw new Error(`${rule}: ${counted.problem.code}`);
  const { selected, cost, left, votersWithWinner, ties, rounds, endowment, steps, stop } = counted.value;
  const outcome = {
    selected,
    cost,
    left,
    voters_with_winner: votersWithWinner,
    ties: ties.length,
    endowment,
    steps,
    stop,
  };
  const { rho: prices = [], ...named } = expected;
  expect({ rule, ...outcome }).toMatchObject({ rule, ...named });
  for (const [at, rho] of prices.entries()) {
    const round = rounds[at];
    const found = round?.kind === "shares" ? round.rho : Number.NaN;
    expect(Math.abs(found / Number(rho) - 1), `${rule}, round ${at + 1}: ${found}, not ${rho}`).toBeLessThan(
      1e-10,
    );
  }
}

for (const folder of folders) {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json") && name !== "index.json");
  describe(`${names.length} real elections, every rule`, () => {
    it.each(names.map((name) => name.slice(0, -".json".length)))("%s", { timeout: 120_000 }, (name) => {
      const { rules } = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")) as Reference;
      const { election } = read(folder, name);
      for (const [rule, expected] of Object.entries(rules)) expectOutcome(election, rule, expected);
    });
  });
}
