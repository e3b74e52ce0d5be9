import { z } from "zod";
import { readWallTime } from "~/domain/communities/wall-time";
import { isId } from "~/shared/id";
import type { SuspicionCriteria } from "./signature";
import { narrowsDown } from "./suspicion";

const wallTime = z
  .string()
  .trim()
  .refine((text) => text === "" || readWallTime(text, "UTC") !== null, "integrity.suspicion.fault.time")
  .default("");

const criteria = {
  network: z
    .string()
    .regex(/^([\w-]{1,40})?$/)
    .default(""),
  from: wallTime,
  to: wallTime,
  district: z
    .string()
    .refine((text) => text === "" || isId(text), "integrity.suspicion.fault.district")
    .default(""),
};

const cause = z
  .string()
  .trim()
  .min(1, "integrity.suspicion.fault.cause")
  .max(300, "integrity.suspicion.fault.causeLong");

/** What marks the signatures, in the community's wall time, and why: public words. */
export const suspicionForm = z.strictObject({ ...criteria, cause }).superRefine((answers, check) => {
  if (answers.from !== "" && answers.to !== "" && answers.from >= answers.to)
    check.addIssue({ code: "custom", path: ["to"], message: "integrity.suspicion.fault.order" });
  else if (!narrowsDown(marksOf(answers)))
    check.addIssue({ code: "custom", path: ["from"], message: "integrity.suspicion.fault.wide" });
});
export type SuspicionInput = z.output<typeof suspicionForm>;

/** The criteria of an address of the page, as far as they can be read: they only fill the form. */
export function suspicionAsked(params: URLSearchParams): Record<keyof typeof criteria, string> {
  const read = z.object(criteria).safeParse(Object.fromEntries(params));
  return read.success ? read.data : { network: "", from: "", to: "", district: "" };
}

export function criteriaOf(answers: SuspicionInput, zone: string): SuspicionCriteria {
  const instant = (text: string) => readWallTime(text, zone)?.instant.toISOString() ?? "";
  return marksOf({ ...answers, from: instant(answers.from), to: instant(answers.to) });
}

function marksOf({ network, from, to, district }: Omit<SuspicionInput, "cause">): SuspicionCriteria {
  return {
    ...(network && { networkHash: network }),
    ...(from && { from }),
    ...(to && { to }),
    ...(district && { districtId: district }),
  };
}
