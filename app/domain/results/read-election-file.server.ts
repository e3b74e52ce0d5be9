import { gunzipSync } from "node:zlib";
import type { PabulibProblem } from "~/domain/tally/pabulib-problem";
import { PabulibReader } from "~/domain/tally/pabulib-reader";
import { isRuleName, ruleNamed } from "~/domain/tally/rules";
import { done, type Outcome, refused } from "~/shared/outcome";
import { type CountedBallots, countBallots } from "./counted-ballots";
import { type ElectionPlan, planElection } from "./election-plan";
import type { FileRefusal } from "./import-refusal";
import { officialRule } from "./official-rule";
import { readProjectDetails } from "./project-details";
import type { TallyRecord } from "./result";
import { drawRecordOf, statedTies } from "./ties";

export type ReadElection = {
  plan: ElectionPlan;
  counted: CountedBallots;
  /** The file as it was counted, unpacked. */
  text: string;
  meta: ReadonlyMap<string, string>;
  official: TallyRecord["official"];
  draw: TallyRecord["draw"];
};

/** Unpacked bytes; the largest file that Pabulib holds has 12 million. */
const LARGEST = 64 * 1024 * 1024;

/** Reads, checks and counts a Pabulib file. Refusals of the file name its line, column and the text at fault. */
export function readElectionFile(
  bytes: Uint8Array,
  { rule, ownCurrency }: { rule: string | undefined; ownCurrency: string },
): Outcome<ReadElection, FileRefusal> {
  const plain = unpack(bytes);
  if (!plain.done) return plain;
  const reader = new PabulibReader();
  reader.pushBytes(plain.value);
  const read = reader.finish();
  if (!read.ok) return refused("unreadable", detailsOf(read.problem));
  const { election, meta, officialWinners } = read.value;
  if (election.projects.length === 0) return refused("no_projects");
  if (rule !== undefined && !isRuleName(rule)) return refused("unknown_rule", { rule });
  const used =
    rule === undefined ? officialRule(meta, election.voteType) : ruleNamed(rule, election.voteType)?.id;
  if (!used) return refused("rule_not_for_ballots", { rule: rule ?? "", ballots: election.voteType });
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(plain.value);
  const plan = planElection(read.value, { rule: used, ownCurrency, details: readProjectDetails(text) });
  if (!plan.done) return plan;
  const ties = statedTies(meta) ?? "project_code";
  const counted = countBallots(election, used, ties);
  const codes = election.projects.map(({ id }) => id);
  const official = officialOf(officialWinners, counted);
  return done({ plan: plan.value, counted, text, meta, official, draw: drawRecordOf(ties, codes) });
}

function unpack(bytes: Uint8Array): Outcome<Uint8Array, "too_large" | "broken_archive"> {
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!packed)
    return bytes.length > LARGEST ? refused("too_large", { megabytes: LARGEST >> 20 }) : done(bytes);
  try {
    return done(gunzipSync(bytes, { maxOutputLength: LARGEST }));
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    return tooLarge ? refused("too_large", { megabytes: LARGEST >> 20 }) : refused("broken_archive");
  }
}

function detailsOf({ cause, line, column, value }: PabulibProblem) {
  return { cause, line, column, value };
}

function officialOf(winners: readonly string[] | null, { count }: CountedBallots): TallyRecord["official"] {
  if (!winners) return null;
  const selected = new Set(count.selected);
  return {
    funded: winners.length,
    agrees: winners.length === selected.size && winners.every((id) => selected.has(id)),
  };
}
