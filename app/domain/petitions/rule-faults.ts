import { type PetitionRules, type RuleFault, ruleFaults } from "./petition-rules";

/** Where the form shows each fault of the rules. */
const FIELD_OF: Record<RuleFault, string> = {
  no_threshold: "threshold_1_signatures",
  thresholds_not_rising: "threshold_1_signatures",
  areas_above_threshold: "threshold_1_signatures",
  term_too_short: "form",
  no_basis_of_residence: "bases",
  number_out_of_range: "form",
};

export function faultComplaints(rules: PetitionRules): { field: string; fault: RuleFault }[] {
  return ruleFaults(rules).map((fault) => ({ field: FIELD_OF[fault], fault }));
}
