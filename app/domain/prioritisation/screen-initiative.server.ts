import { and, eq, isNotNull, isNull, max } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Moderator } from "~/domain/identity/viewer";
import { recordStep } from "~/domain/initiatives/record-step.server";
import { type Transaction, transaction } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { done, type Outcome, refused } from "~/shared/outcome";
import { initiative } from "~db/schema/initiatives";
import { round } from "~db/schema/prioritisation";
import { estimate, screening, screeningLine } from "~db/schema/prioritisation-projects";
import type { ScreeningCard } from "./screening-card";

export type Screening = {
  initiativeId: string;
  /** The text the moderator read. */
  version: number;
  card: ScreeningCard;
  /** Last instant for rework, when returned. */
  dueAt: Date | null;
  /** Scheme and host for the link in the author's letter. */
  origin: string;
};

export type ScreeningRefusal = "decided_already" | "text_changed" | "voting_opened";

const STEP_OF = { admitted: "admit", returned: "return", refused: "refuse" } as const;

/**
 * Records a checked card (`cardProblems` found none) with its lines, estimate, step, audit record and the author's
 * letter. Of two moderators at once one outcome holds and the other is told (F-21).
 */
export async function screenInitiative(
  community: Community,
  moderator: Moderator,
  { initiativeId, version, card, dueAt, origin }: Screening,
): Promise<Outcome<{ number: number }, ScreeningRefusal>> {
  return await transaction(async (tx) => {
    const own = and(eq(initiative.communityId, community.id), eq(initiative.id, initiativeId));
    const [subject] = await tx.select({ roundId: initiative.roundId }).from(initiative).where(own);
    if (!subject) throw new Response(null, { status: 404 });
    if (!(await holdOpenRound(tx, community, subject.roundId))) return refused("voting_opened");
    const step = await recordStep(tx, community, {
      initiativeId,
      step: STEP_OF[card.outcome],
      actorId: moderator.id,
      reason: card.reason ?? undefined,
      note: card.note,
      dueAt: card.outcome === "returned" ? (dueAt ?? undefined) : undefined,
      origin,
    });
    if (!step.done) return refused("decided_already");
    const [now] = await tx.select({ version: initiative.version }).from(initiative).where(own);
    if (now?.version !== version) throw new TextChanged();
    await insertCard(tx, community, moderator, initiativeId, version, card);
    if (card.outcome === "admitted")
      await insertEstimate(tx, community, moderator, initiativeId, card.estimate);
    return done({ number: step.value.number });
  }).catch((error: unknown) => {
    if (error instanceof TextChanged) return refused("text_changed");
    throw error;
  });
}

/** Takes the whole transaction back: the step is already written when the new text is seen. */
class TextChanged extends Error {}

/** Voting opens only after this transaction, or has opened already. */
async function holdOpenRound(tx: Transaction, community: Community, roundId: string): Promise<boolean> {
  const held = await tx
    .select({ id: round.id })
    .from(round)
    .where(
      and(
        eq(round.communityId, community.id),
        eq(round.id, roundId),
        isNotNull(round.publishedAt),
        isNull(round.lockedAt),
      ),
    )
    .for("share");
  return held.length > 0;
}

async function insertCard(
  tx: Transaction,
  community: Community,
  moderator: Moderator,
  initiativeId: string,
  initiativeVersion: number,
  { outcome, reason, note, lines }: ScreeningCard,
): Promise<void> {
  const id = newId();
  const communityId = community.id;
  await tx.insert(screening).values({
    communityId,
    id,
    initiativeId,
    initiativeVersion,
    outcome,
    reason,
    note,
    decidedBy: moderator.id,
  });
  const rows = lines.flatMap(({ criterionId, verdict, note: words }) =>
    verdict ? { communityId, screeningId: id, criterionId, verdict, note: words } : [],
  );
  if (rows.length > 0) await tx.insert(screeningLine).values(rows);
}

async function insertEstimate(
  tx: Transaction,
  community: Community,
  moderator: Moderator,
  initiativeId: string,
  { amount, basis }: ScreeningCard["estimate"],
): Promise<void> {
  if (amount === null) throw new Error("an admitted proposal has a cost: cardProblems was not asked");
  const own = and(eq(estimate.communityId, community.id), eq(estimate.initiativeId, initiativeId));
  const [newest] = await tx
    .select({ version: max(estimate.version) })
    .from(estimate)
    .where(own);
  const version = (newest?.version ?? 0) + 1;
  await tx
    .insert(estimate)
    .values({ communityId: community.id, initiativeId, version, amount, basis, madeBy: moderator.id });
}
