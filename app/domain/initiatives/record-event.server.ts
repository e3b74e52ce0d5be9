import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import type { Transaction } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { initiativeEvent } from "~db/schema/initiatives";
import { type InitiativeStep, move, type RefusalReason } from "./initiative";

export type StepFact = {
  initiativeId: string;
  step: InitiativeStep;
  /** The person who acted; null for the holder of a secret link, the clock or the tally. */
  actorId: string | null;
  reason?: RefusalReason | undefined;
  /** Public words on the step, in the language of who wrote them. */
  note?: string | undefined;
  /** Until when the next one to act has time, such as the author after a return. */
  dueAt?: Date | undefined;
};

/** Writes the dated fact and the audit record of a step whose state is set in the same transaction. */
export async function recordEvent(tx: Transaction, community: Community, fact: StepFact): Promise<void> {
  const { initiativeId, step, actorId, reason, note = "", dueAt } = fact;
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
  const subject = { subjectKind: "initiative", subjectId: initiativeId };
  await recordAct(tx, community, { act: `initiative.${step}`, actorId, ...subject, details });
}
