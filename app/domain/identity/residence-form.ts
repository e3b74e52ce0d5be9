import { z } from "zod";
import type { MessageKey } from "~/i18n/messages";
import { isId } from "~/shared/id";
import { RESIDENCE_BASES, type ResidenceBasis } from "./residence";

const key = (message: MessageKey) => message;

/** The answer of somebody who lives in no district of this community. */
export const LIVES_ELSEWHERE = "elsewhere";

export const residenceFields = {
  district: z
    .string(key("identity.error.districtMissing"))
    .refine((value) => value === LIVES_ELSEWHERE || isId(value), key("identity.error.districtMissing")),
  basis: z.enum(["", ...RESIDENCE_BASES], key("identity.error.basisMissing")).default(""),
};

type ResidenceAnswer = { district: string; basis: "" | ResidenceBasis };

/** A district goes with a basis; living elsewhere needs none. */
export function withBasis<S extends z.ZodType<ResidenceAnswer>>(schema: S) {
  return schema.refine(({ district, basis }) => district === LIVES_ELSEWHERE || basis !== "", {
    path: ["basis"],
    error: key("identity.error.basisMissing"),
  });
}

/** The answer as it is kept; null for living elsewhere. */
export function homeOf({
  district,
  basis,
}: ResidenceAnswer): { districtId: string; basis: ResidenceBasis } | null {
  return district === LIVES_ELSEWHERE || basis === "" ? null : { districtId: district, basis };
}

export const residenceForm = withBasis(
  z.strictObject({ ...residenceFields, next: z.string().max(2_000).default("") }),
);
