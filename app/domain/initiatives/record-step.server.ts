import { and, eq, inArray } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Transaction } from "~/platform/database.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { initiative } from "~db/schema/initiatives";
import { type InitiativeState, move } from "./initiative";
import { queueStepLetter } from "./queue-step-letter.server";
import { recordEvent, type StepFact } from "./record-event.server";

export type Step = StepFact & {
  /** Scheme and host for the link in the author's letter; without it no letter is sent. */
  origin?: string | undefined;
};

/**
 * The one way to move an initiative: the state changes only from where the step may start (S-9, S-11), and the
 * dated fact, the record of the act and the author's letter are written with it.
 */
export async function recordStep(
  tx: Transaction,
  community: Community,
  { initiativeId, step, actorId, reason, note = "", dueAt, origin }: Step,
): Promise<Outcome<{ number: number; state: InitiativeState }, "wrong_state">> {
  const { from, to } = move(step);
  const [moved] = await tx
    .update(initiative)
    .set({ state: to })
    .where(
      and(
        eq(initiative.communityId, community.id),
        eq(initiative.id, initiativeId),
        inArray(initiative.state, [...from]),
      ),
    )
    .returning({ number: initiative.number });
  if (!moved) return refused("wrong_state");
  await recordEvent(tx, community, { initiativeId, step, actorId, reason, note, dueAt });
  if (origin) await queueStepLetter(tx, community, { initiativeId, step, reason, note, dueAt, origin });
  return done({ number: moved.number, state: to });
}
