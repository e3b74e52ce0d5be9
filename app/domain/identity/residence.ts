/** Why a person counts as a resident here: registered, living here without registration, or displaced. */
export const RESIDENCE_BASES = ["registered", "actual", "displaced"] as const;
export type ResidenceBasis = (typeof RESIDENCE_BASES)[number];

export type Residence = {
  districtId: string;
  basis: ResidenceBasis;
  verified: boolean;
};
