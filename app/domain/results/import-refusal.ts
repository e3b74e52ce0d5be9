/** Why a Pabulib file is not taken; `unreadable` comes with cause, line, column and value. */
export type FileRefusal =
  | "too_large"
  | "broken_archive"
  | "unreadable"
  | "no_projects"
  | "unknown_rule"
  | "rule_not_for_ballots"
  | "unknown_currency"
  | "amount_too_fine";

export type ImportRefusal = FileRefusal | "already_imported" | "slug_taken" | "slug_malformed";
