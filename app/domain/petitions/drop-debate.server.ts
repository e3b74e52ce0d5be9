import type { Community } from "~/domain/communities/community";
import type { Clerk } from "~/domain/identity/viewer";
import { transaction } from "~/platform/database.server";
import type { Outcome } from "~/shared/outcome";
import { type EndRefusal, endDebate } from "./end-debate.server";

type Dropped = { petitionId: string; debateId: string; reason: string };

/** Records that a debate does not take place, with the reason that everybody reads. It may be set anew. */
export async function dropDebate(
  community: Community,
  clerk: Clerk,
  { petitionId, debateId, reason }: Dropped,
): Promise<Outcome<undefined, EndRefusal>> {
  return await transaction((tx) =>
    endDebate(tx, community, clerk, {
      ...{ petitionId, debateId, step: "drop_debate", note: reason },
      set: { notHeldReason: reason },
    }),
  );
}
