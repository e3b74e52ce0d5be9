import type { Election } from "~/domain/tally/election";
import { PabulibReader } from "~/domain/tally/pabulib-reader";
import { statedTies, type Ties } from "./ties";

/**
 * The ballots of a count from the file that was published, with the order among equals.
 * @throws {Error} when the file is damaged: it was read before it was stored
 */
export function readCountedFile(content: Uint8Array): { election: Election; ties: Ties } {
  const reader = new PabulibReader();
  reader.pushBytes(content);
  const read = reader.finish();
  if (!read.ok) throw new Error(`A published ballot file cannot be read: ${read.problem.cause}.`);
  const { election, meta } = read.value;
  const ties = statedTies(meta);
  if (!ties) throw new Error("The draw of a published ballot file does not match its commitment.");
  return { election, ties };
}
