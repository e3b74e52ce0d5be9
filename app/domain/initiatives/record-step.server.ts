import { and, eq, inArray } from "drizzle-orm";
import { initiative, initiativeEvent } from "~db/schema/initiatives";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import type { Transaction } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { done, type Outcome, refused } from "~/shared/outcome";
import { type InitiativeState, type InitiativeStep, move, type RefusalReason } from "./initiative";
import { queueStepLetter } from "./queue-step-letter.server";

export type Step = {
  initiativeId: string;
  step: InitiativeStep;
  /** The person who acted; null for the holder of a secret link, the clock or the tally. */
  actorId: string | null;
  reason?: RefusalReason | undefined;
  /** Public words on the step, in the language of who wrote them. */
  note?: string | undefined;
  /** Until when the next one to act has time, such as the author after a return. */
  dueAt?: Date | undefined;
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

/** Writes the fact and its audit record of a step whose state is already set, as at the very first one. */
export async function recordEvent(
  tx: Transaction,
  community: Community,
  { initiativeId, step, actorId, reason, note = "", dueAt }: Omit<Step, "origin">,
): Promise<void> {
  await tx.insert(initiativeEvent).values({
    communityId: community.id,
    id: newId(),
    initiativeId,
    step,
    state: move(step).to,
    actorId,
    reason: reason ?? null,
    note,
    dueAt: dueAt ?? null,
  });
  const details = reason ? { reason } : {};
  await recordAct(tx, community, { act: `initiative.${step}`, actorId, subjectKind: "initiative", subjectId: initiativeId, details });
}
