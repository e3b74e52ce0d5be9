import type { Term } from "~/domain/communities/working-days";
import type { ResidenceBasis } from "~/domain/identity/residence";
import type { LocalText } from "~/i18n/local-text";

/** What a threshold obliges the council to. */
export const DUTIES = ["answer", "debate"] as const;
export type Duty = (typeof DUTIES)[number];

export type Threshold = {
  duty: Duty;
  signatures: number;
  /** Districts that must each reach so many as well; empty for none. */
  areas: readonly { districtId: string; signatures: number }[];
  /** Time the council has from the day the threshold was reached. */
  term: Term;
};

/** The act a parameter comes from: name and article, for example "Charter, article 24". */
export type LegalBasis = LocalText;

/** Parameters that each name the act they come from. */
export const RULE_PARTS = ["first_signatories", "thresholds", "collection", "moderation", "signers"] as const;
export type RulePart = (typeof RULE_PARTS)[number];

/** The rules of petitions in a community. Data, never code; frozen into a petition when it opens. */
export type PetitionRules = {
  /** Supporters needed before moderation, the author not counted. */
  firstSignatories: number;
  /** Time to find them; then the petition lapses. */
  gathering: Term;
  moderation: Term;
  rework: Term;
  reviewRequest: Term;
  reviewDecision: Term;
  collection: Term;
  /** By rising number of signatures. */
  thresholds: readonly Threshold[];
  signers: {
    bases: readonly ResidenceBasis[];
    minimumAge: number;
    /** Confirmation by mail is enough; otherwise only an account with a residence signs. */
    withoutAccount: boolean;
  };
  /** Whether names of signers are shown: always, never, or as each one chooses. */
  names: "public" | "choice" | "hidden";
  belowThreshold: "close" | "appeal";
  /** Calendar days after the end of the petition when contacts and names are wiped. */
  retentionDays: number;
  basis: Readonly<Partial<Record<RulePart, LegalBasis>>>;
};

/** What a set of rules gets wrong; each has a sentence in the catalogues. */
export type RuleFault =
  | "no_threshold"
  | "thresholds_not_rising"
  | "areas_above_threshold"
  | "term_too_short"
  | "no_basis_of_residence"
  | "number_out_of_range";

const LARGEST = 10_000_000;
const LONGEST_TERM = 3_650;

/** All faults of a set of rules, none twice. */
export function ruleFaults(rules: PetitionRules): RuleFault[] {
  const faults = new Set<RuleFault>();
  const { thresholds, firstSignatories, signers, retentionDays } = rules;
  if (thresholds.length === 0) faults.add("no_threshold");
  thresholds.forEach((threshold, place) => {
    const before = thresholds[place - 1];
    if (before && before.signatures >= threshold.signatures) faults.add("thresholds_not_rising");
    const areas = threshold.areas.reduce((sum, area) => sum + area.signatures, 0);
    if (areas > threshold.signatures) faults.add("areas_above_threshold");
    if (!isCount(threshold.signatures, 1) || !threshold.areas.every((area) => isCount(area.signatures, 1)))
      faults.add("number_out_of_range");
  });
  const terms = [rules.gathering, rules.moderation, rules.rework, rules.reviewRequest, rules.reviewDecision];
  for (const { days } of [...terms, rules.collection, ...thresholds.map(({ term }) => term)]) {
    if (!Number.isInteger(days) || days < 1 || days > LONGEST_TERM) faults.add("term_too_short");
  }
  if (signers.bases.length === 0) faults.add("no_basis_of_residence");
  if (!isCount(firstSignatories, 0) || !isCount(retentionDays, 1) || signers.minimumAge > 120)
    faults.add("number_out_of_range");
  return [...faults];
}

function isCount(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least && value <= LARGEST;
}

/** The largest number of signatures the rules speak of: what the progress bar runs to. */
export function goalOf({ thresholds }: Pick<PetitionRules, "thresholds">): number {
  return thresholds.at(-1)?.signatures ?? 0;
}
