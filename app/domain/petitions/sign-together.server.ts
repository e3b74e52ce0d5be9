import type { Community } from "~/domain/communities/community";
import { DatabaseBusyError } from "~/platform/connection-pool.server";
import { databaseFault } from "~/platform/database-error.server";
import { type Added, addSignatures, type NewSignature } from "./add-signatures.server";

type Waiting = { one: NewSignature; resolve(added: Added): void; reject(error: unknown): void };
type Line = { writing: boolean; waiting: Waiting[] };

const MOST_AT_ONCE = 500;
/** More would only wait for a database that has stopped: better a 503 now than an answer nobody reads (SC-11). */
const MOST_WAITING = 5_000;

const lines = new Map<string, Line>();

/**
 * Writes a signature together with those that arrive while the one before is being written: no wait at a quiet
 * hour, one statement for hundreds in a rush (a group commit). Answers once the signature is stored for good.
 */
export function signTogether(community: Community, one: NewSignature): Promise<Added> {
  const line = lines.get(community.id) ?? { writing: false, waiting: [] };
  lines.set(community.id, line);
  if (line.waiting.length >= MOST_WAITING)
    return Promise.reject(new DatabaseBusyError("Too many signatures wait."));
  return new Promise((resolve, reject) => {
    line.waiting.push({ one, resolve, reject });
    if (!line.writing) void writeAll(community, line);
  });
}

async function writeAll(community: Community, line: Line): Promise<void> {
  line.writing = true;
  while (line.waiting.length > 0) {
    await write(community, line.waiting.splice(0, MOST_AT_ONCE));
  }
  line.writing = false;
}

/** A value that the database refuses must not take down those who happened to sign at the same moment. */
async function write(community: Community, batch: readonly Waiting[]): Promise<void> {
  try {
    const added = await addSignatures(
      community,
      batch.map(({ one }) => one),
    );
    for (const [place, { resolve }] of batch.entries()) resolve(added[place] ?? "closed");
  } catch (error) {
    const isOfOne = /^2[23]/.test(databaseFault(error)?.code ?? "");
    if (isOfOne && batch.length > 1) for (const each of batch) await write(community, [each]);
    else for (const { reject } of batch) reject(error);
  }
}
