/** What a counting run publishes beside its table; exact amounts are decimal strings in major units. */
export type TallyRecord = {
  rule: string;
  budget: string;
  cost: string;
  left: string;
  selected: string[];
  ties: unknown[];
  rounds: unknown[];
};

/** Why a project won or lost, as a code with its figures; words come from the catalogues. */
export type ProjectReason = { code: string; values: Record<string, string | number> };
