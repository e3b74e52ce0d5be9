import { fullYears } from "~/domain/identity/age";
import type { Residence, ResidenceBasis } from "~/domain/identity/residence";
import { done, type Outcome, refused } from "~/shared/outcome";
import type { PetitionRules } from "./petition-rules";

/** How a signature came in. Assisted and paper ones are lines of their own in every count. */
export const SIGNATURE_CHANNELS = ["account", "mail", "assisted", "paper"] as const;
export type SignatureChannel = (typeof SIGNATURE_CHANNELS)[number];

/** Why a signature does not count; `signer` is the signer's own change of mind, until the petition closes. */
export const ANNULMENT_CAUSES = ["signer", "irregular", "not_resident", "twice"] as const;
export type AnnulmentCause = (typeof ANNULMENT_CAUSES)[number];

/** What marks signatures as irregular; all that is given must hold. Instants are ISO 8601. */
export type SuspicionCriteria = {
  networkHash?: string;
  addressHash?: string;
  from?: string;
  to?: string;
  districtId?: string;
};

export type SigningRefusal = "basis_not_admitted" | "too_young" | "birth_date_unknown" | "account_needed";

/** Whether a resident with an account may sign under these rules on this day (`YYYY-MM-DD`). */
export function decideSigning(
  { signers }: Pick<PetitionRules, "signers">,
  resident: { bornOn: string | null; residence: Pick<Residence, "basis"> },
  today: string,
): Outcome<undefined, SigningRefusal> {
  if (!admits(signers.bases, resident.residence.basis)) return refused("basis_not_admitted");
  if (signers.minimumAge === 0) return done();
  if (!resident.bornOn) return refused("birth_date_unknown");
  const oldEnough = fullYears(resident.bornOn, today) >= signers.minimumAge;
  return oldEnough ? done() : refused("too_young", { minimumAge: signers.minimumAge });
}

/** Whether a person without an account may ask for a mail to confirm with; age is their own declaration. */
export function decideSigningByMail(
  { signers }: Pick<PetitionRules, "signers">,
  basis: ResidenceBasis,
): Outcome<undefined, SigningRefusal> {
  if (!signers.withoutAccount) return refused("account_needed");
  return admits(signers.bases, basis) ? done() : refused("basis_not_admitted");
}

function admits(bases: readonly ResidenceBasis[], basis: ResidenceBasis): boolean {
  return bases.includes(basis);
}
