import type { Command } from "commander";
import { rulesToWeigh } from "~/domain/results/compare-rules";
import { officialRule } from "~/domain/results/official-rule";
import { breakDown, type Portion } from "~/domain/tally/breakdown";
import { measureOutcome } from "~/domain/tally/measures";
import type { PabulibElection } from "~/domain/tally/pabulib-reader";
import { type RuleId, ruleNamed } from "~/domain/tally/rules";
import { CliError } from "./cli-error";
import { countWith } from "./count";
import { readBallots } from "./read-ballots";

type Options = { rules?: string; json?: true };
type Compared = ReturnType<typeof compared>;

const BAD_ARGUMENTS = 2;

/** `openward compare FILE.pb[.gz] [--rules A,B] [--json]` */
export function register(program: Command): void {
  program
    .command("compare")
    .description("Counts the same ballots by several rules and measures what each makes of them.")
    .argument("<file>", "a .pb file, plain or gzipped")
    .option("--rules <rules>", "rule ids, separated by commas (default: those a council weighs)")
    .option("--json", "print one JSON array")
    .action(run);
}

async function run(file: string, { rules, json }: Options): Promise<void> {
  const read = await readBallots(file);
  const results = rulesAsked(read, rules).map((rule) => compared(read, rule));
  console.log(json ? JSON.stringify(results) : asText(results));
}

function rulesAsked({ election, meta }: PabulibElection, rules: string | undefined): RuleId[] {
  const { voteType } = election;
  if (rules === undefined) return rulesToWeigh(voteType, officialRule(meta, voteType));
  return rules.split(",").map((name) => {
    const rule = ruleNamed(name.trim(), voteType);
    if (!rule)
      throw new CliError(
        BAD_ARGUMENTS,
        `There is no rule “${name.trim()}” for ballots of the type “${voteType}”.`,
      );
    return rule.id;
  });
}

function compared(read: PabulibElection, id: RuleId) {
  const { rule, selected, cost, left, voters, votersWithWinner } = countWith(read, id);
  const { election } = read;
  return {
    rule,
    selected,
    cost,
    left,
    servedVoters: voters === 0 ? 0 : votersWithWinner / voters,
    ...measureOutcome(election, selected),
    districts: breakDown(election, selected, "district"),
    categories: breakDown(election, selected, "category"),
  };
}

function asText(results: readonly Compared[]): string {
  const [first] = results;
  const percent = (part: number) => `${(100 * part).toFixed(1)} %`;
  const head = [
    "rule",
    "funded",
    "spent",
    "left",
    "voters served",
    "exclusion ratio",
    "funded choices",
    "power inequality",
    "EJR+ violations",
  ];
  const rows = results.map(
    ({ rule, selected, cost, left, servedVoters, excluded, fundedChoices, gini, deserving }) => [
      rule,
      String(selected.length),
      cost,
      left,
      percent(servedVoters),
      excluded.toFixed(3),
      fundedChoices.toFixed(2),
      gini.toFixed(3),
      String(deserving.length),
    ],
  );
  const others = results.slice(1).map(({ rule, selected }) => {
    const gained = selected.filter((id) => !first?.selected.includes(id));
    const lost = first?.selected.filter((id) => !selected.includes(id)) ?? [];
    return `${rule} against ${first?.rule ?? ""}: gained ${gained.join(", ") || "nothing"}; lost ${lost.join(", ") || "nothing"}`;
  });
  const portions = results.flatMap(({ rule, districts, categories }) => [
    ...portionLines(rule, "district", districts),
    ...portionLines(rule, "category", categories),
  ]);
  return [...aligned([head, ...rows]), "", ...others, ...(portions.length > 0 ? ["", ...portions] : [])].join(
    "\n",
  );
}

function portionLines(rule: RuleId, kind: string, portions: readonly Portion[]): string[] {
  if (portions.length < 2) return [];
  return portions.map(
    ({ name, projects, funded, granted }) =>
      `${rule}, ${kind} “${name}”: ${funded} of ${projects} projects, ${granted}`,
  );
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  "),
  );
}
