import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import type { Command } from "commander";

import { officialRule } from "~/domain/results/official-rule";
import type { PabulibElection } from "~/domain/tally/pabulib-reader";
import { ruleNamed } from "~/domain/tally/rules";
import { CliError } from "./cli-error";
import { countWith } from "./count";
import { type Difference, firstDifference } from "./first-difference";
import { readBallots, UNREADABLE } from "./read-ballots";
import { drawFault } from "./verify-draw";

type Options = { list?: string; commitment?: string };
type Published = Record<string, unknown>;

const BAD_ARGUMENTS = 2;
const DIFFERENT = 1;

/** `openward verify RESULT.json BALLOTS.pb[.gz] [--list KEY] [--commitment HASH]` */
export function register(program: Command): void {
  program
    .command("verify")
    .description(
      "Counts published ballots again and compares with the published result; exit code 1 names the first difference.",
    )
    .argument("<result>", "results.json as published, or what `openward count --json` printed")
    .argument("<ballots>", "the .pb file, plain or gzipped")
    .option("--list <key>", "which list of the result, where its ballot file is not told by its hash")
    .option("--commitment <hash>", "the commitment to the draw, as the rules showed it before voting closed")
    .action(run);
}

async function run(resultFile: string, ballotFile: string, { list, commitment }: Options): Promise<void> {
  const [result, read, hash] = [
    await readResult(resultFile),
    await readBallots(ballotFile),
    await hashOf(ballotFile),
  ];
  const { count, sha256, draw } = chosenList(result, list, hash);
  if (sha256 !== null && sha256 !== hash)
    different({ where: "SHA-256 of the ballot file", published: sha256, found: hash });
  const fault = draw === undefined ? null : drawFault(draw, read, commitment);
  if (fault) throw new CliError(DIFFERENT, fault);
  const found = firstDifference(count, recounted(read, count), "");
  if (found) different(found);
  console.log(
    `The count repeats: ${selectedOf(count).length} projects funded by ${String(count.rule)}, ${read.election.voters} ballots.`,
  );
}

function different({ where, published, found }: Difference): never {
  throw new CliError(DIFFERENT, `${where}: published ${published}, counted ${found}.`);
}

async function readResult(file: string): Promise<Published> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new CliError(UNREADABLE, `${file}: the file cannot be read.`);
  });
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch {
    throw new CliError(UNREADABLE, `${file}: this is no JSON.`);
  }
  throw new CliError(UNREADABLE, `${file}: this is no result.`);
}

async function hashOf(file: string): Promise<string> {
  const bytes = await readFile(file);
  return createHash("sha256")
    .update(file.endsWith(".gz") ? gunzipSync(bytes) : bytes)
    .digest("hex");
}

/** The record of the count: the file itself, or one of the lists of a published result. */
function chosenList(
  result: Published,
  key: string | undefined,
  hash: string,
): { count: Published; sha256: string | null; draw?: unknown } {
  if (!Array.isArray(result.lists)) return { count: checked(result), sha256: null };
  const lists = result.lists.filter(isRecord);
  const hashed = (list: Published) => (isRecord(list.ballotFile) ? list.ballotFile.sha256 : undefined);
  const chosen =
    key === undefined
      ? (lists.find((list) => hashed(list) === hash) ?? (lists.length === 1 ? lists[0] : undefined))
      : lists.find(({ list }) => list === key);
  if (!chosen) {
    const keys = lists.map(({ list }) => String(list)).join(", ");
    throw new CliError(
      BAD_ARGUMENTS,
      `No list of the result has this ballot file; name one with --list: ${keys}.`,
    );
  }
  const sha256 = hashed(chosen);
  return {
    count: checked(isRecord(chosen.count) ? chosen.count : {}),
    sha256: typeof sha256 === "string" ? sha256 : null,
    draw: chosen.draw ?? null,
  };
}

function checked(count: Published): Published {
  if (typeof count.rule === "string" && Array.isArray(count.selected)) return count;
  throw new CliError(UNREADABLE, "The result file names no rule and no selected projects.");
}

function recounted(read: PabulibElection, { rule }: Published): unknown {
  const { voteType } = read.election;
  const known = ruleNamed(String(rule), voteType);
  if (!known)
    throw new CliError(
      BAD_ARGUMENTS,
      `The rule “${String(rule)}” does not count ballots of the type “${voteType}”; the file names ${officialRule(read.meta, voteType)}.`,
    );
  return countWith(read, known.id);
}

function selectedOf({ selected }: Published): unknown[] {
  return Array.isArray(selected) ? selected : [];
}

function isRecord(value: unknown): value is Published {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
