import { createHash, randomBytes } from "node:crypto";
import type { Community } from "~/domain/communities/community";
import type { Transaction } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { auditEvent, publicLogLeaf } from "~db/schema/audit";

export type Act = {
  /** `<area>.<verb>`, for example `round.amend`. */
  act: string;
  /** The person who acted; null for the clock or the system. */
  actorId: string | null;
  subjectKind: string;
  subjectId: string;
  /** Codes, numbers and ids; never a name, address, ballot or token (S-55). */
  details?: Record<string, unknown>;
};

/**
 * Writes the record of an act and its leaf of the public log, inside the transaction of the act (SC-6).
 * The leaf is SHA-256 over the salted record: without the record it says nothing (B-5).
 */
export async function recordAct(tx: Transaction, community: Community, act: Act): Promise<void> {
  const { details = {}, ...rest } = act;
  const salt = randomBytes(16).toString("base64url");
  const record = { ...rest, details, id: newId() };
  const leafHash = createHash("sha256")
    .update(salt)
    .update("\0")
    .update(JSON.stringify(record))
    .digest("hex");
  await tx.insert(auditEvent).values({ ...record, salt, communityId: community.id });
  await tx.insert(publicLogLeaf).values({ communityId: community.id, id: record.id, leafHash });
}
