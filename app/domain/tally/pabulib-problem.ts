import type { ElectionProblem } from "~/domain/tally/election";
import type { RecordProblem } from "~/domain/tally/pabulib-records";

/** What can be wrong with a `.pb` file. Where, and what exactly, stands beside the code. */
export type PabulibCause =
  | RecordProblem
  | "not-utf-8"
  | "text-before-first-section"
  | "section-twice"
  | "section-out-of-order"
  | "section-missing"
  | "section-without-header"
  | "column-missing"
  | "column-twice"
  | "field-missing"
  | "key-missing"
  | "key-twice"
  | "too-many-keys"
  | "vote-type-unknown"
  | "points-do-not-match-votes"
  | ElectionProblem["code"];

/** Names line (from 1), column or META key, cause and the value at fault, cut to 80 characters. */
export interface PabulibProblem {
  readonly cause: PabulibCause;
  readonly line: number;
  readonly column: string;
  readonly value: string;
}

/** Something odd that does not change the count; each kind is listed once, with its number. */
export interface PabulibWarning {
  readonly kind:
    | "fewer-fields-than-columns"
    | "more-fields-than-columns"
    | "project-twice-on-ballot"
    | "count-differs-from-meta"
    | "voter-twice";
  /** First line it was met at, and how often. */
  readonly line: number;
  readonly times: number;
}

const SHOWN = 80;

export function pabulibProblem(cause: PabulibCause, line: number, column = "", value = ""): PabulibProblem {
  return { cause, line, column, value: value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value };
}
