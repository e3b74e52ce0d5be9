import { z } from "zod";
import { locales } from "~/i18n/locales";
import {
  type AnswerDocument,
  type AnswerOutcome,
  type NamedVote,
  OUTCOMES,
  VOTES,
  type Vote,
} from "./answer";
import { type LineProblem, MOST_LINES, readDocuments, readVotes, wrongTotals } from "./answer-lines";

export const ANSWER_LIMITS = {
  body: 30_000,
  shortestBody: 20,
  signedBy: 200,
  note: 1_000,
  lines: 60_000,
} as const;

/** Names of the fields with the totals of the minutes. */
export const TOTAL_FIELDS = {
  for: "total_for",
  against: "total_against",
  abstained: "total_abstained",
  absent: "total_absent",
} as const satisfies Record<Vote, string>;

const total = z
  .string()
  .trim()
  .regex(/^\d{0,4}$/, "answers.error.total")
  .default("");

export const answerForm = z.strictObject({
  /** The newest version the clerk saw; none is 0. */
  version: z.coerce.number().int().min(0).max(10_000),
  language: z.enum(locales),
  signedBy: z.string().trim().min(1, "answers.error.signed_by").max(ANSWER_LIMITS.signedBy),
  outcome: z.enum(OUTCOMES, "answers.error.outcome"),
  body: z.string().trim().min(ANSWER_LIMITS.shortestBody, "answers.error.body").max(ANSWER_LIMITS.body),
  documents: z.string().max(ANSWER_LIMITS.lines).default(""),
  votes: z.string().max(ANSWER_LIMITS.lines).default(""),
  total_for: total,
  total_against: total,
  total_abstained: total,
  total_absent: total,
  changeNote: z.string().trim().max(ANSWER_LIMITS.note).default(""),
});

export type AnswerTyped = z.output<typeof answerForm>;

/** One version of an answer, as it is published. */
export type AnswerContent = {
  language: AnswerTyped["language"];
  signedBy: string;
  outcome: AnswerOutcome;
  body: string;
  documents: readonly AnswerDocument[];
  /** Null where the council did not vote. */
  votes: readonly NamedVote[] | null;
  /** Why this version replaces the one before; empty for the first. */
  changeNote: string;
};

type Complaint = {
  field: string;
  code:
    | `line_${LineProblem["code"]}`
    | "too_many_lines"
    | "totals_missing"
    | "votes_missing"
    | `total_differs_${Vote}`
    | "change_note";
  values: Record<string, string | number>;
};

const MOST_TOLD = 10;

/** What was typed as an answer, with everything in it that does not fit together. */
export function readAnswer(typed: AnswerTyped): { content: AnswerContent; complaints: Complaint[] } {
  const documents = readDocuments(typed.documents);
  const votes = readVotes(typed.votes);
  const complaints = [
    ...lineComplaints("documents", documents),
    ...lineComplaints("votes", votes),
    ...(votes.problems.length === 0 ? totalComplaints(typed, votes.rows) : []),
  ];
  if (typed.version > 0 && typed.changeNote === "")
    complaints.push({ field: "changeNote", code: "change_note", values: {} });
  const { language, signedBy, outcome, body, changeNote } = typed;
  const content = {
    ...{ language, signedBy, outcome, body, changeNote: typed.version > 0 ? changeNote : "" },
    documents: documents.rows,
    votes: votes.rows.length > 0 ? votes.rows : null,
  };
  return { content, complaints };
}

function lineComplaints(
  field: string,
  { rows, problems }: { rows: readonly unknown[]; problems: LineProblem[] },
): Complaint[] {
  if (rows.length > MOST_LINES) return [{ field, code: "too_many_lines", values: { most: MOST_LINES } }];
  return problems
    .slice(0, MOST_TOLD)
    .map(({ line, code }) => ({ field, code: `line_${code}` as const, values: { line } }));
}

/** The minutes name totals too: a name that was missed or typed twice shows in them. */
function totalComplaints(typed: AnswerTyped, votes: readonly NamedVote[]): Complaint[] {
  const told = VOTES.map((vote) => typed[TOTAL_FIELDS[vote]]);
  if (votes.length === 0)
    return told.some((text) => Number(text) > 0)
      ? [{ field: "votes", code: "votes_missing", values: {} }]
      : [];
  const empty = VOTES.find((vote) => typed[TOTAL_FIELDS[vote]] === "");
  if (empty) return [{ field: TOTAL_FIELDS[empty], code: "totals_missing", values: {} }];
  const [inFavour = 0, against = 0, abstained = 0, absent = 0] = told.map(Number);
  return wrongTotals(votes, { for: inFavour, against, abstained, absent }).map(
    ({ vote, listed, told: said }) => ({
      field: TOTAL_FIELDS[vote],
      code: `total_differs_${vote}` as const,
      values: { listed, told: said },
    }),
  );
}
