import type { PetitionRules } from "./petition-rules";
import type { SuspicionCriteria } from "./signature";

/** Signatures of one network within one hour. */
export type Burst = {
  networkHash: string;
  /** ISO 8601, UTC: the beginning of the hour. */
  hour: string;
  signatures: number;
  /** Different addresses among them: one flat has one, a whole network many. */
  addresses: number;
};

/** A handful from one network is a family or a library, whatever the others do. */
const LEAST = 20;
const FAR_ABOVE = 10;

/** From how many signatures of a network in an hour they stand out, given the usual (median) number. */
export function burstFrom(usual: number): number {
  return Math.max(LEAST, Math.ceil(usual * FAR_ABOVE));
}

/** The criteria that name exactly one burst: its network and its hour. */
export function criteriaOfBurst({ networkHash, hour }: Pick<Burst, "networkHash" | "hour">) {
  const end = new Date(Date.parse(hour) + 60 * 60_000).toISOString();
  return { networkHash, from: new Date(hour).toISOString(), to: end } satisfies SuspicionCriteria;
}

/** Enough of a hash to tell two apart on a page. */
export function shortHash(hash: string): string {
  return hash.slice(0, 6);
}

/** Whether the criteria narrow the signatures down at all: a place of origin, or a time with both ends. */
export function narrowsDown({ networkHash, addressHash, from, to }: SuspicionCriteria): boolean {
  return Boolean(networkHash || addressHash || (from && to));
}

/** What a threshold would look like without the signatures; a fact stays one, so `reached` is not undone. */
export function thresholdsAfter(
  { thresholds }: Pick<PetitionRules, "thresholds">,
  { counted, taken, facts }: { counted: number; taken: number; facts: ReadonlySet<number> },
) {
  const after = Math.max(0, counted - taken);
  return thresholds.map(({ duty, signatures }, place) => ({
    duty,
    signatures,
    reached: facts.has(place),
    metBefore: counted >= signatures,
    metAfter: after >= signatures,
  }));
}
