import { and, eq, inArray, type SQL } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import type { Transaction } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { done, type Outcome, refused } from "~/shared/outcome";
import { petition, petitionEvent } from "~db/schema/petitions";
import { moveOf, type PetitionState, type PetitionStep, type RefusalGround } from "./petition";

export type PetitionFact = {
  petitionId: string;
  step: PetitionStep;
  /** The person who acted; null for the holder of a link or the clock. */
  actorId: string | null;
  ground?: RefusalGround | undefined;
  /** Public words on the step, in the language of who wrote them. */
  note?: string | undefined;
  /** Until when the next one to act has time. */
  dueAt?: Date | undefined;
  /** Columns that change with the state, such as the instant of opening. */
  set?: { [Column in keyof typeof petition.$inferInsert]?: (typeof petition.$inferInsert)[Column] | SQL };
  /** A further condition of the move, decided inside the statement (S-11). */
  where?: SQL | undefined;
};

/**
 * The one way to move a petition, or to add a fact to its timeline: the state changes only from where the step may
 * start (S-9, S-11), and the dated fact and the record of the act are written with it.
 */
export async function recordPetitionStep(
  tx: Transaction,
  community: Community,
  { petitionId, step, actorId, ground, note = "", dueAt, set = {}, where }: PetitionFact,
): Promise<Outcome<{ number: number; state: PetitionState }, "wrong_state">> {
  const move = moveOf(step);
  const own = and(eq(petition.communityId, community.id), eq(petition.id, petitionId), where);
  const [moved] = move
    ? await tx
        .update(petition)
        .set({ ...set, state: move.to })
        .where(and(own, inArray(petition.state, [...move.from])))
        .returning({ number: petition.number, state: petition.state })
    : await tx
        .update(petition)
        .set({ ...set, state: petition.state })
        .where(own)
        .returning({ number: petition.number, state: petition.state });
  if (!moved) return refused("wrong_state");
  await tx.insert(petitionEvent).values({
    communityId: community.id,
    id: newId(),
    petitionId,
    step,
    state: moved.state,
    actorId,
    ground: ground ?? null,
    note,
    dueAt: dueAt ?? null,
  });
  const details = ground ? { ground } : {};
  const subject = { subjectKind: "petition", subjectId: petitionId };
  await recordAct(tx, community, { act: `petition.${step}`, actorId, ...subject, details });
  return done(moved);
}
