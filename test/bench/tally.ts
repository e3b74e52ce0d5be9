import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { countElection } from "~/domain/tally/count";
import type { Election } from "~/domain/tally/election";
import { PabulibReader } from "~/domain/tally/pabulib-reader";
import { pabulibPieces } from "~/domain/tally/pabulib-writer";
import { rulesFor } from "~/domain/tally/rules";
import { type GeneratedShape, generateElection } from "./tally-generator";

const WIELICZKA = "test/reference/elections/Poland_Wieliczka_2023_Green_Budget.pb.gz";

/** Sizes of real elections: Łódź 2022, Warsaw Mokotów 2023, Kraków 2024, Katowice 2023; then larger than any. */
const LODZ: GeneratedShape = {
  seed: 1,
  voteType: "approval",
  voters: 90_494,
  projects: 160,
  choices: 5,
  budget: 5_000_000,
  habit: 0.8,
};
const MOKOTOW: GeneratedShape = {
  seed: 2,
  voteType: "approval",
  voters: 11_067,
  projects: 81,
  choices: 15,
  budget: 2_600_000,
  habit: 0,
};
const KRAKOW: GeneratedShape = {
  seed: 3,
  voteType: "ordinal",
  voters: 65_101,
  projects: 119,
  choices: 3,
  budget: 9_000_000,
  habit: 0.3,
};
const KATOWICE: GeneratedShape = {
  seed: 4,
  voteType: "cumulative",
  voters: 65_000,
  projects: 40,
  choices: 3,
  budget: 4_000_000,
  habit: 0.3,
};
const MILLION = (voters: number, projects: number): GeneratedShape => ({
  seed: 5,
  voteType: "approval",
  voters,
  projects,
  choices: 19,
  budget: 200_000_000,
  habit: 0,
});

/** Times of the count, reading the file apart, against what issue 3 of the project asks for. */
export function benchTally(): void {
  console.log("election | rule | seconds | at most | projects funded | Add1 steps");
  const town = readElection(new Uint8Array(gunzipSync(readFileSync(WIELICZKA))));
  for (const { id } of rulesFor("approval")) report("Wieliczka 2023", town, id, 0.2);
  const lodz = generated(LODZ);
  report("size of Łódź", lodz, "mes_cost", 0.1);
  report("size of Łódź", lodz, "mes_cost_add1", 1);
  reportReading(lodz);
  report("size of Mokotów", generated(MOKOTOW), "mes_cost_add1", 6);
  for (const rule of ["mes_borda", "mes_borda_cost", "greedy_borda"])
    report("65,101 rankings of 3", generated(KRAKOW), rule, 0.5);
  for (const rule of ["mes_points", "mes_points_cost", "greedy_points"])
    report("65,000 point ballots", generated(KATOWICE), rule, 0.5);
  for (const [projects, most] of [
    [150, 2],
    [500, 10],
  ] as const) {
    const large = generated(MILLION(1_000_000, projects));
    report(`1,000,000 × ${projects}`, large, "mes_cost", most);
    report(`1,000,000 × ${projects}`, large, "greedy_votes", 1);
    report(`1,000,000 × ${projects}`, large, "phragmen", 1);
  }
  console.log(
    `most memory so far: ${Math.round(process.resourceUsage().maxRSS / 2 ** 10)} MiB (at most 1500)`,
  );
  for (const voters of [125_000, 250_000, 500_000, 1_000_000])
    report(`${voters} × 150`, generated(MILLION(voters, 150)), "mes_cost", 2);
}

const made = new Map<GeneratedShape, Election>();

function generated(shape: GeneratedShape): Election {
  const known = made.get(shape) ?? generateElection(shape);
  if (shape.voters < 100_000) made.set(shape, known);
  return known;
}

/** The best of a few runs: the machine may be busy with something else. */
function report(name: string, election: Election, rule: string, most: number): void {
  let best = Number.POSITIVE_INFINITY;
  let told = "";
  for (let run = 0, spent = 0; run < 5 && spent < 4_000; run++) {
    const started = performance.now();
    const counted = countElection(election, rule);
    const took = performance.now() - started;
    spent += took;
    best = Math.min(best, took);
    if (!counted.ok) throw new Error(`${rule}: ${counted.problem.code}`);
    told = `${counted.value.selected.length} | ${counted.value.steps ?? ""}`;
  }
  console.log(`${name} | ${rule} | ${(best / 1000).toFixed(3)} | ${most} | ${told}`);
}

/** Writes the election as a file in memory, and reads it again. */
function reportReading(election: Election): void {
  const pieces = [...pabulibPieces(fileOf(election))].map((piece) => new TextEncoder().encode(piece));
  const started = performance.now();
  const reader = new PabulibReader();
  for (const piece of pieces) reader.pushBytes(piece);
  const read = reader.finish();
  const took = (performance.now() - started) / 1000;
  if (!read.ok) throw new Error(read.problem.cause);
  console.log(`size of Łódź | reading the file | ${took.toFixed(3)} | 0.5 | |`);
}

function fileOf({ voters, budget, projects, ballots }: Election) {
  const meta = [
    ["num_votes", String(voters)],
    ["budget", String(budget)],
    ["vote_type", "approval"],
  ] as const;
  return {
    meta,
    projects: { columns: ["project_id", "cost"], rows: projects.map(({ id, cost }) => [id, String(cost)]) },
    votes: { columns: ["voter_id", "vote"], rows: ballotRows({ projects, ballots }) },
  };
}

function* ballotRows({ projects, ballots }: Pick<Election, "projects" | "ballots">): Generator<string[]> {
  let voter = 0;
  for (let group = 0; group < ballots.count; group++) {
    const chosen = [...ballots.projects.subarray(ballots.start[group], ballots.start[group + 1])];
    const vote = chosen.map((index) => projects[index]?.id ?? "").join(",");
    for (let copy = 0; copy < (ballots.weight[group] ?? 0); copy++) yield [String(++voter), vote];
  }
}

function readElection(bytes: Uint8Array): Election {
  const reader = new PabulibReader();
  reader.pushBytes(bytes);
  const read = reader.finish();
  if (!read.ok) throw new Error(read.problem.cause);
  return read.value.election;
}
