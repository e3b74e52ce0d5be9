import {
  type AnswerDocument,
  isWebAddress,
  type NamedVote,
  totalsOf,
  VOTES,
  type Vote,
  type VoteTotals,
} from "./answer";

export type LineFault = "shape" | "too_long" | "vote" | "address" | "twice";
export type LineProblem = { line: number; code: LineFault };

export const MOST_LINES = 500;
const LONGEST_NAME = 200;

/** Words by which a vote may be written, in all languages, so that a list pasted from minutes is understood. */
const WORDS: Readonly<Record<Vote, readonly string[]>> = {
  for: ["for", "за"],
  against: ["against", "проти", "против"],
  abstained: [
    ...["abstained", "утримався", "утрималася", "утрималась", "утрималися", "утримались"],
    ...["воздержался", "воздержалась", "воздержались"],
  ],
  absent: ["absent", "відсутній", "відсутня", "відсутні", "отсутствует", "отсутствовал", "отсутствовала"],
};

type Read<One> = { rows: One[]; problems: LineProblem[] };

/** Lines `name; for`, one for each member; nobody votes twice. */
export function readVotes(text: string): Read<NamedVote> {
  return readLines(text, (name, word) => {
    const vote = VOTES.find((each) => WORDS[each].includes(word.toLowerCase()));
    return vote ? { name, vote } : "vote";
  });
}

/** Lines `name; address`. */
export function readDocuments(text: string): Read<AnswerDocument> {
  return readLines(text, (name, address) => (isWebAddress(address) ? { name, address } : "address"));
}

/** A tab parts as well as a semicolon: lists come from spreadsheets. */
function readLines<One>(text: string, read: (name: string, rest: string) => One | LineFault): Read<One> {
  const rows: One[] = [];
  const problems: LineProblem[] = [];
  const seen = new Set<string>();
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const [name = "", rest = "", ...more] = line.split(/[;\t]/).map((part) => part.trim());
    const one = faultOf(name, rest, more, seen) ?? read(name, rest);
    if (typeof one === "string") problems.push({ line: index + 1, code: one as LineFault });
    else rows.push(one);
    seen.add(name.toLowerCase());
  }
  return { rows, problems };
}

function faultOf(name: string, rest: string, more: string[], seen: ReadonlySet<string>): LineFault | null {
  if (name === "" || rest === "" || more.some((part) => part !== "")) return "shape";
  if (name.length > LONGEST_NAME || rest.length > 1_000) return "too_long";
  return seen.has(name.toLowerCase()) ? "twice" : null;
}

/** The same votes as lines again, for a form; `word` names a vote in the clerk's language. */
export function voteLines(votes: readonly NamedVote[], word: (vote: Vote) => string): string {
  return votes.map(({ name, vote }) => `${name}; ${word(vote)}`).join("\n");
}

export function documentLines(documents: readonly AnswerDocument[]): string {
  return documents.map(({ name, address }) => `${name}; ${address}`).join("\n");
}

/** Totals of the minutes that the list of names does not add up to. */
export function wrongTotals(
  votes: readonly NamedVote[],
  told: VoteTotals,
): { vote: Vote; listed: number; told: number }[] {
  const listed = totalsOf(votes);
  return VOTES.filter((vote) => listed[vote] !== told[vote]).map((vote) => ({
    vote,
    listed: listed[vote],
    told: told[vote],
  }));
}
