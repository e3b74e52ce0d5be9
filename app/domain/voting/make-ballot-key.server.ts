import type { Community } from "~/domain/communities/community";
import type { Transaction } from "~/platform/database.server";
import { ballotKey } from "~db/schema/voting";
import type { BallotKeys } from "./ballot-seal.server";

/**
 * Stores the key pair of a round when voting opens. Trial mode: the private key stays in the database, so the
 * server opens the box by itself after close, and ballot and result say so.
 */
export async function makeBallotKey(
  tx: Transaction,
  community: Community,
  roundId: string,
  keys: BallotKeys,
): Promise<void> {
  await tx.insert(ballotKey).values({ communityId: community.id, roundId, ...keys });
}
