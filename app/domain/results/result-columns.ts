/** Columns of the table of projects in its files, in their order. */
export const PROJECT_COLUMNS = [
  "list",
  "place",
  "code",
  "title",
  "category",
  "area",
  "cost",
  "currency",
  "votes",
  "score",
  "funded",
  "round",
  "reason",
  "why",
] as const;

/** Keys that only the JSON has, beside the columns of its projects. */
export const FURTHER_KEYS = [
  "address",
  "publishedAt",
  "voters",
  "unopenedBallots",
  "spent",
  "budget",
  "tieOrder",
  "turnout",
  "ballots",
  "rule",
  "certified",
  "count",
  "fundedChoices",
  "otherRules",
  "official",
  "ballotFile",
] as const;
