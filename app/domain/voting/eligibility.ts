import { fullYears } from "~/domain/identity/age";
import type { Residence, ResidenceBasis } from "~/domain/identity/residence";

/** Who may vote, as fixed by the rules of the round. */
export type EligibilityRules = {
  bases: readonly ResidenceBasis[];
  /** Full years on the day voting closes. */
  minimumAge: number;
  verifiedResidence: boolean;
};

export const ELIGIBILITY_REASONS = [
  "no_residence",
  "basis_not_admitted",
  "residence_not_verified",
  "birth_date_unknown",
  "too_young",
] as const;
export type EligibilityReason = (typeof ELIGIBILITY_REASONS)[number];

/** One condition of the rules and whether the person meets it; `reason` is there when not. */
export type EligibilityTest = {
  test: "basis" | "verification" | "age";
  reason: EligibilityReason | null;
};

export type Eligibility = { eligible: boolean; tests: EligibilityTest[] };

/**
 * The right to vote, decided by the named rules on a calendar day (`YYYY-MM-DD`, the day voting closes in the
 * community's zone). Every condition is answered, so that the person sees which one failed.
 */
export function decideEligibility(
  rules: EligibilityRules,
  person: { bornOn: string | null },
  residence: Residence | null,
  on: string,
): Eligibility {
  const tests: EligibilityTest[] = [{ test: "basis", reason: basisReason(rules, residence) }];
  if (rules.verifiedResidence) {
    tests.push({ test: "verification", reason: residence?.verified ? null : "residence_not_verified" });
  }
  if (rules.minimumAge > 0)
    tests.push({ test: "age", reason: ageReason(rules.minimumAge, person.bornOn, on) });
  return { eligible: tests.every(({ reason }) => reason === null), tests };
}

function basisReason({ bases }: EligibilityRules, residence: Residence | null): EligibilityReason | null {
  if (!residence) return "no_residence";
  return bases.includes(residence.basis) ? null : "basis_not_admitted";
}

function ageReason(minimum: number, bornOn: string | null, on: string): EligibilityReason | null {
  if (!bornOn) return "birth_date_unknown";
  return fullYears(bornOn, on) >= minimum ? null : "too_young";
}
