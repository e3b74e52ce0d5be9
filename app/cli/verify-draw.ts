import { statedTies } from "~/domain/results/ties";
import { checkDraw, type DrawFault, type DrawRecord } from "~/domain/tally/draw";
import type { PabulibElection } from "~/domain/tally/pabulib-reader";

const FAULTS: Record<DrawFault, string> = {
  "commitment-differs": "the commitment is not the one published before voting closed",
  "seed-does-not-match-commitment": "the seed does not match its commitment",
  "projects-differ": "the order does not hold the projects of the ballot",
  "order-differs": "the order does not follow from the seed and the public value",
};

/**
 * Holds the published draw of a list against the draw that its ballot file names, and replays it. One sentence on
 * the fault; null when both agree, or when neither knows of a draw.
 */
export function drawFault(
  published: unknown,
  { election, meta }: PabulibElection,
  commitment: string | undefined,
): string | null {
  const ties = statedTies(meta);
  if (!ties) return `draw: ${FAULTS["seed-does-not-match-commitment"]} in the ballot file.`;
  if (typeof ties === "string" && published === null) return null;
  if (typeof ties === "string") return `draw: the ballot file knows of none, but of the order ${ties}.`;
  const record = readRecord(published);
  if (!record) return "draw: the result does not tell it, but the ballot file names one.";
  for (const name of ["seed", "publicValue", "commitment"] as const) {
    if (record[name] !== ties[name])
      return `draw.${name}: published ${record[name]}, the ballot file says ${ties[name]}.`;
  }
  const ids = election.projects.map(({ id }) => id);
  const fault = checkDraw(record, commitment?.trim().toLowerCase() ?? ties.commitment, ids);
  return fault && `draw: ${FAULTS[fault]}.`;
}

function readRecord(value: unknown): DrawRecord | null {
  const { commitment, seed, publicValue, order } = (value ?? {}) as Record<string, unknown>;
  if (typeof commitment !== "string" || typeof seed !== "string" || typeof publicValue !== "string")
    return null;
  return Array.isArray(order) ? { commitment, seed, publicValue, order: order.map(String) } : null;
}
