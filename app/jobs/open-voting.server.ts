import type { Community } from "~/domain/communities/community";
import { openVoting as openVotingOf } from "~/domain/prioritisation/open-voting.server";

/** Opens the vote of a round when its calendar says so. Run early or again, it changes nothing. */
export async function openVoting(community: Community, roundId: string): Promise<void> {
  const outcome = await openVotingOf(community, roundId);
  // The database's clock may be a little behind the worker's: the queue tries again.
  if (!outcome.done && outcome.reason === "not_due") throw new Error("the vote is not due yet");
}
