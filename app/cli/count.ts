import type { Command } from "commander";
import { tieList } from "~/domain/results/counted-ballots";
import { missingVotesOf } from "~/domain/results/missing-votes";
import { officialRule } from "~/domain/results/official-rule";
import { statedTies } from "~/domain/results/ties";
import type { WhatWasMissing } from "~/domain/results/what-was-missing";
import { atOnce, type CountOptions, countElection } from "~/domain/tally/count";
import type { CountResult } from "~/domain/tally/count-result";
import type { PabulibElection } from "~/domain/tally/pabulib-reader";
import { isRuleName, type RuleId, ruleNamed, rulesFor } from "~/domain/tally/rules";
import { CliError } from "./cli-error";
import { readBallots, UNREADABLE } from "./read-ballots";

/** A count, and what would have funded the other projects where that was asked for. */
type Counted = CountResult & { missing?: WhatWasMissing[] };

type Options = { rule?: string; json?: true; missing?: true };

const BAD_ARGUMENTS = 2;

/** `openward count FILE.pb[.gz] [--rule RULE|all] [--json] [--missing]` */
export function register(program: Command): void {
  program
    .command("count")
    .description(
      "Counts the ballots of a Pabulib file, exactly, and prints the winners in the order of selection.",
    )
    .argument("<file>", "a .pb file, plain or gzipped")
    .option(
      "--rule <rule>",
      "greedy, equal-shares, a rule id such as mes_cost_add1u, or all (default: the rule the file names)",
    )
    .option("--json", "print one JSON object, or an array for --rule all")
    .option(
      "--missing",
      "also count how many more votes, or how much less cost, would have funded each other project",
    )
    .action(run);
}

async function run(file: string, { rule, json, missing }: Options): Promise<void> {
  if (rule !== undefined && rule !== "all" && !isRuleName(rule)) {
    throw new CliError(BAD_ARGUMENTS, `There is no counting rule “${rule}”.`);
  }
  const read = await readBallots(file);
  const results = rulesToRun(read, rule).map((id) => {
    const counted = countWith(read, id);
    return missing ? { ...counted, missing: missingFrom(read, id) } : counted;
  });
  if (json) console.log(JSON.stringify(rule === "all" ? results.map(asJson) : asJson(results[0] as Counted)));
  else console.log(results.map((result) => asText(read, result)).join("\n\n"));
}

function rulesToRun({ election, meta }: PabulibElection, rule: string | undefined): RuleId[] {
  const { voteType, scoreThreshold } = election;
  if (rule === "all") {
    const usable = rulesFor(voteType).filter(
      (each) => each.method !== "greedy" || !each.threshold || scoreThreshold !== null,
    );
    return usable.map(({ id }) => id);
  }
  if (rule === undefined) return [officialRule(meta, voteType)];
  const found = ruleNamed(rule, voteType);
  if (!found)
    throw new CliError(BAD_ARGUMENTS, `The rule “${rule}” does not count ballots of the type “${voteType}”.`);
  return [found.id];
}

/**
 * Equals are ordered as the file says (`tie_order`, written by our own results), else by project id. A draw is
 * repeated from its seed and public value.
 */
export function countWith(read: PabulibElection, rule: RuleId): CountResult {
  const counted = countElection(read.election, rule, optionsOf(read));
  if (counted.ok) return counted.value;
  const { code, subject } = counted.problem;
  if (code === "too-many-runs")
    throw new CliError(
      UNREADABLE,
      `Counting by ${rule} was given up after ${subject} runs of Equal Shares: no real election needs so many.`,
    );
  throw new CliError(BAD_ARGUMENTS, `The ballots cannot be counted by ${rule}: ${code}.`);
}

function optionsOf({ election, meta }: PabulibElection): CountOptions {
  const ties = statedTies(meta);
  if (!ties)
    throw new CliError(UNREADABLE, "The seed of the draw in the ballot file does not match its commitment.");
  const tieOrder = tieList(election, ties);
  return tieOrder ? { tieOrder } : {};
}

function missingFrom(read: PabulibElection, rule: RuleId): WhatWasMissing[] {
  return atOnce(missingVotesOf(read.election, rule, optionsOf(read), Number.POSITIVE_INFINITY));
}

function asJson({ rule, selected, cost, left, ties, missing }: Counted) {
  return { rule, selected, cost, left, ties, ...(missing ? { missing } : {}) };
}

function asText({ election }: PabulibElection, result: Counted): string {
  const { rule, selected, cost, left, budget, voters, ties } = result;
  const projects = new Map(result.projects.map((project) => [project.id, project]));
  const lines = selected.map((id, index) => {
    const project = projects.get(id);
    return `${String(index + 1).padStart(4)}  ${id}\t${project?.cost ?? ""}\t${project?.votes ?? 0} votes`;
  });
  return [
    `${rule}: ${selected.length} of ${election.projects.length} projects funded by ${voters} ballots`,
    `budget ${budget}, spent ${cost}, left ${left}, ties decided by the stated order: ${ties.length}`,
    ...lines,
    ...(result.missing ?? []).map(missingText),
  ].join("\n");
}

function missingText({ project, moreVotes, cheaperBy }: WhatWasMissing): string {
  const votes = moreVotes === null ? "no number of votes" : `${moreVotes} more votes`;
  const cost = cheaperBy === null ? "no lower cost" : `a cost lower by ${cheaperBy}`;
  return `not funded  ${project}\twould have been with: ${votes}; ${cost}`;
}
