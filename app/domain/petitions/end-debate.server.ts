import { and, eq, isNull, type SQL } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Clerk } from "~/domain/identity/viewer";
import type { Transaction } from "~/platform/database.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { petitionDebate } from "~db/schema/petitions";
import { lockAnswered } from "./lock-answered.server";
import { queueMailing } from "./queue-mailing.server";
import { recordPetitionStep } from "./record-petition-step.server";
import { listDebates } from "./response-queries.server";

export type EndRefusal = "not_answered_state" | "changed_meanwhile" | "too_early";

type Ending = {
  petitionId: string;
  debateId: string;
  step: "hold_debate" | "drop_debate";
  note: string;
  set: { heldAt?: SQL; minutesAddress?: string; notHeldReason?: string };
  /** A further condition, decided inside the statement. */
  where?: SQL | undefined;
};

/** Ends the debate that is set: of "held" and "not held" sent at once one outcome stands (F-21). */
export async function endDebate(
  tx: Transaction,
  community: Community,
  clerk: Clerk,
  { petitionId, debateId, step, note, set, where }: Ending,
): Promise<Outcome<undefined, EndRefusal>> {
  if (!(await lockAnswered(tx, community, petitionId))) return refused("not_answered_state");
  const [newest] = await listDebates(community, petitionId, tx);
  if (newest?.id !== debateId || newest.heldAt || newest.notHeldReason !== null)
    return refused("changed_meanwhile");
  const [ended] = await tx
    .update(petitionDebate)
    .set(set)
    .where(
      and(
        eq(petitionDebate.communityId, community.id),
        eq(petitionDebate.id, debateId),
        isNull(petitionDebate.heldAt),
        isNull(petitionDebate.notHeldReason),
        where,
      ),
    )
    .returning({ id: petitionDebate.id });
  if (!ended) return refused("too_early");
  await recordPetitionStep(tx, community, { petitionId, step, actorId: clerk.id, note });
  await queueMailing(tx, community, { petitionId, about: step });
  return done();
}
