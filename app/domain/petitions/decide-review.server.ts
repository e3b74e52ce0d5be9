import { and, eq, isNull, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Moderator } from "~/domain/identity/viewer";
import { transaction } from "~/platform/database.server";
import { type Outcome, refused } from "~/shared/outcome";
import { petition, petitionReview } from "~db/schema/petitions";
import type { PetitionState } from "./petition";
import { type Decision, type DecisionRefusal, recordDecision } from "./record-decision.server";

export type ReviewRefusal = DecisionRefusal | "own_refusal";
type Decided = Outcome<{ number: number; state: PetitionState }, ReviewRefusal>;

const STEP_OF = { upheld: "restore", rejected: "reject_review" } as const;

/**
 * Decides a review request: upheld, the petition opens with a new term; rejected, the refusal stands. The statement
 * itself refuses the moderator who took the challenged decision (S-11), and whoever comes second.
 */
export async function decideReview(
  community: Community,
  moderator: Moderator,
  { outcome, ...decision }: Decision & { outcome: keyof typeof STEP_OF },
): Promise<Decided> {
  return await transaction(async (tx): Promise<Decided> => {
    const { petitionId, answers } = decision;
    const own = and(
      eq(petitionReview.communityId, community.id),
      eq(petitionReview.petitionId, petitionId),
      isNull(petitionReview.decidedAt),
    );
    const decided = await tx
      .update(petitionReview)
      .set({ outcome, note: answers.note, decidedBy: moderator.id, decidedAt: sql`clock_timestamp()` })
      .where(and(own, sql`${petitionReview.refusedBy} is distinct from ${moderator.id}::uuid`))
      .returning({ id: petitionReview.id });
    if (decided.length === 0) {
      return refused((await tx.$count(petitionReview, own)) > 0 ? "own_refusal" : "decided_already");
    }
    const step = STEP_OF[outcome];
    const where = eq(petition.state, "refused");
    const taken = await recordDecision(tx, community, moderator, { ...decision, step, where });
    if (!taken.done) throw new TakenBack(taken.reason);
    return taken;
  }).catch((error: unknown) => {
    if (error instanceof TakenBack) return refused(error.reason);
    throw error;
  });
}

/** Takes the whole transaction back: the review is already marked when the step is refused. */
class TakenBack extends Error {
  constructor(readonly reason: DecisionRefusal) {
    super(reason);
  }
}
