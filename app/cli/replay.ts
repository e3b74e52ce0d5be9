import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Command } from "commander";
import { officialRule } from "~/domain/results/official-rule";
import { PabulibDocument } from "~/domain/tally/pabulib-document";
import type { PabulibElection } from "~/domain/tally/pabulib-reader";
import { agreement, type DifferenceCause } from "~/domain/tally/replay";
import { rulesFor } from "~/domain/tally/rules";
import { CliError } from "./cli-error";
import { countWith } from "./count";
import { readBallots, UNREADABLE } from "./read-ballots";
import { ReplayState } from "./replay-state";

type Options = { state?: string; json?: true };

/** What is told of one file, and kept in the state file: one JSON object a line. */
type Replayed = {
  file: string;
  outcome: "agrees" | "differs" | "nothing-published" | "unreadable";
  rule?: string;
  cause?: DifferenceCause | string;
  onlyCounted?: readonly string[];
  onlyPublished?: readonly string[];
};

/** Names that say nothing about how the winners were found. */
const UNWRITTEN = new Set(["", "unknown", "greedy-custom"]);

const CAUSES: Record<DifferenceCause, string> = {
  "rule-not-known": "the file names a rule that is not written down anywhere",
  "more-spent-than-budget": "more was spent than the budget of the file",
  "ballots-missing": "the published votes are more than the ballots in the file",
  tie: "the projects are equal, and another order was used",
  "other-order-or-threshold": "another order or threshold was used",
  "winner-passed-over": "a project that the rule funds was passed over",
};

/** `openward replay FOLDER [--state FILE] [--json]` */
export function register(program: Command): void {
  program
    .command("replay")
    .description(
      "Counts every .pb file of a folder by the rule it names and compares with its published winners.",
    )
    .argument("<folder>", "a folder of .pb and .pb.gz files; folders inside are searched as well")
    .option("--state <file>", "keep what is done in this file, and go on from it after an interruption")
    .option("--json", "print one JSON object a line")
    .action(run);
}

async function run(folder: string, { state, json }: Options): Promise<void> {
  const files = await ballotFiles(folder);
  const done = state === undefined ? null : new ReplayState<Replayed & { stamp: string }>(state);
  const all: Replayed[] = [];
  for (const [index, file] of files.entries()) {
    const path = join(folder, file);
    const stamp = await stampOf(path);
    const known = done?.find(file, stamp);
    const { stamp: _, ...replayed } = known ?? { stamp, ...(await replay(path, file)) };
    if (!known) done?.keep({ ...replayed, stamp });
    all.push(replayed);
    console.log(json ? JSON.stringify(replayed) : `${index + 1}/${files.length}  ${asText(replayed)}`);
  }
  if (!json) console.log(summary(all));
}

/** Changes when the file does, and differs for files of one name in two folders. */
async function stampOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  return found ? `${found.ino}-${found.size}-${found.mtimeMs}` : "";
}

async function ballotFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true }).catch(() => {
    throw new CliError(UNREADABLE, `${folder}: the folder cannot be read.`);
  });
  return entries.filter((name) => /\.pb(\.gz)?$/.test(name)).sort();
}

async function replay(path: string, file: string): Promise<Replayed> {
  try {
    const read = await readBallots(path);
    const rule = officialRule(read.meta, read.election.voteType);
    if (!read.officialWinners) return { file, rule, outcome: "nothing-published" };
    const ruleKnown = !UNWRITTEN.has((read.meta.get("rule") ?? "").trim());
    const counted = countWith(read, rule);
    const first = agreement(read.election, counted, {
      winners: read.officialWinners,
      ruleKnown,
      votes: new Map(),
    });
    if (first.agrees) return { file, rule, outcome: "agrees" };
    const other = ruleKnown ? null : ruleThatGives(read, read.officialWinners);
    if (other) return { file, rule: other, outcome: "agrees" };
    const votes = await publishedVotes(path, read);
    const { cause, onlyCounted, onlyPublished } = agreement(read.election, counted, {
      winners: read.officialWinners,
      ruleKnown,
      votes,
    });
    return { file, rule, outcome: "differs", ...(cause ? { cause } : {}), onlyCounted, onlyPublished };
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return { file, outcome: "unreadable", cause: error.message };
  }
}

/** Where the file names no rule that is written down: the first one that gives the published winners. */
function ruleThatGives(read: PabulibElection, winners: readonly string[]): string | null {
  const wanted = [...winners].sort().join("\n");
  const usable = rulesFor(read.election.voteType).filter(
    (rule) => rule.method !== "greedy" || !rule.threshold || read.election.scoreThreshold !== null,
  );
  return usable.find(({ id }) => [...countWith(read, id).selected].sort().join("\n") === wanted)?.id ?? null;
}

async function publishedVotes(path: string, { election }: PabulibElection): Promise<Map<string, number>> {
  const bytes = await readFile(path);
  const document = PabulibDocument.read((path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
  if (!document.ok) return new Map();
  const column = document.value.column(
    "PROJECTS",
    election.voteType === "approval" || election.voteType === "choose-1" ? "votes" : "score",
  );
  return new Map([...column].map(([id, votes]) => [id, Number(votes)]));
}

function asText({
  file,
  outcome,
  rule = "",
  cause = "",
  onlyCounted = [],
  onlyPublished = [],
}: Replayed): string {
  if (outcome === "agrees") return `${file}: ${rule} gives the published winners`;
  if (outcome === "nothing-published") return `${file}: no winners are published in the file`;
  if (outcome === "unreadable") return `${file}: not readable: ${cause}`;
  const why = CAUSES[cause as DifferenceCause] ?? cause;
  return `${file}: ${rule} differs: funds ${onlyCounted.join(", ") || "nothing"} instead of ${onlyPublished.join(", ") || "nothing"}; ${why}`;
}

function summary(all: readonly Replayed[]): string {
  const count = (outcome: Replayed["outcome"]) => all.filter((each) => each.outcome === outcome).length;
  const published = count("agrees") + count("differs");
  return `${count("agrees")} of ${published} published results repeat; ${count("nothing-published")} files publish none, ${count("unreadable")} could not be read.`;
}
