import type { Command } from "commander";
import { tieList } from "~/domain/results/counted-ballots";
import { OWN_KEYS, officialRule } from "~/domain/results/official-rule";
import { countElection } from "~/domain/tally/count";
import type { CountResult } from "~/domain/tally/count-result";
import type { PabulibElection } from "~/domain/tally/pabulib-reader";
import { isRuleName, type RuleId, ruleNamed, rulesFor } from "~/domain/tally/rules";
import { CliError } from "./cli-error";
import { readBallots } from "./read-ballots";

type Options = { rule?: string; json?: true };

const BAD_ARGUMENTS = 2;

/** `openward count FILE.pb[.gz] [--rule RULE|all] [--json]` */
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
    .action(run);
}

async function run(file: string, { rule, json }: Options): Promise<void> {
  if (rule !== undefined && rule !== "all" && !isRuleName(rule)) {
    throw new CliError(BAD_ARGUMENTS, `There is no counting rule “${rule}”.`);
  }
  const read = await readBallots(file);
  const results = rulesToRun(read, rule).map((id) => countWith(read, id));
  if (json)
    console.log(JSON.stringify(rule === "all" ? results.map(asJson) : asJson(results[0] as CountResult)));
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

/** Equals are ordered as the file says (`tie_order`, written by our own results), else by project id. */
export function countWith({ election, meta }: PabulibElection, rule: RuleId): CountResult {
  const order =
    meta.get(OWN_KEYS.tieOrder) === "lower_cost_then_code"
      ? tieList(election, "lower_cost_then_code")
      : undefined;
  const counted = countElection(election, rule, order ? { tieOrder: order } : {});
  if (!counted.ok)
    throw new CliError(BAD_ARGUMENTS, `The ballots cannot be counted by ${rule}: ${counted.problem.code}.`);
  return counted.value;
}

function asJson({ rule, selected, cost, left, ties }: CountResult) {
  return { rule, selected, cost, left, ties };
}

function asText({ election }: PabulibElection, result: CountResult): string {
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
  ].join("\n");
}
