import { and, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import type { Administrator } from "~/domain/identity/viewer";
import { commitDraw } from "~/domain/voting/commit-draw.server";
import { type Transaction, transaction } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { done, type Outcome, refused } from "~/shared/outcome";
import { criterion, envelope, round, roundAmendment, roundStage } from "~db/schema/prioritisation";
import type { AmendedField } from "./amendment";
import { lockRound } from "./lock-round.server";
import { type ChangeRefusal, decideChange } from "./round-change";
import type { RoundRecord } from "./round-record";
import type { RoundSetup } from "./round-setup";
import { scheduleRound } from "./schedule-round.server";

export type RoundChange = {
  roundId: string;
  /** Version of the set-up the administrator looked at. */
  version: number;
  /** Parts of the set-up, each replaced as a whole. */
  patch: Partial<RoundSetup>;
  /** Compulsory once the rules are locked, published with the amendment. */
  reason: string;
};

/**
 * Changes the set-up of a round. Of two administrators who looked at the same version the second is refused
 * (F-20); from the lock on the change is a published amendment.
 */
export async function changeRound(
  community: Community,
  administrator: Administrator,
  { roundId, version, patch, reason }: RoundChange,
): Promise<Outcome<{ changes: AmendedField[] }, ChangeRefusal | "changed_meanwhile">> {
  return await transaction(async (tx) => {
    const locked = await lockRound(tx, community, roundId);
    if (!locked) throw new Response(null, { status: 404 });
    const { record, facts } = locked;
    if (record.rulesVersion !== version) return refused("changed_meanwhile");
    const decision = decideChange(record, { ...record, ...patch }, facts, reason);
    if (!decision.done) return decision;
    const changes = decision.value;
    if (changes.length === 0) return done({ changes });
    await writeParts(tx, community, record, patch);
    if (facts.lockedAt) await writeAmendment(tx, community, administrator, roundId, changes, reason.trim());
    if (patch.stages && facts.publishedAt)
      await scheduleRound(tx, community, { ...record, stages: patch.stages });
    await recordAct(tx, community, {
      act: facts.lockedAt ? "round.amend" : "round.change",
      actorId: administrator.id,
      subjectKind: "round",
      subjectId: roundId,
      details: { version: version + 1, fields: changes.map(({ field }) => field) },
    });
    return done({ changes });
  });
}

async function writeParts(
  tx: Transaction,
  community: Community,
  record: RoundRecord,
  patch: Partial<RoundSetup>,
) {
  const { title, summary, rules } = { ...record, ...patch };
  // The statement repeats what the decision was made on (S-11): version, lock and latch.
  const written = await tx
    .update(round)
    .set({ title, summary, rules, rulesVersion: sql`${round.rulesVersion} + 1` })
    .where(
      and(
        eq(round.communityId, community.id),
        eq(round.id, record.id),
        eq(round.rulesVersion, record.rulesVersion),
        record.lockedAt ? undefined : isNull(round.lockedAt),
        record.closedAt ? undefined : isNull(round.closedAt),
        isNull(round.resultPublishedAt),
      ),
    )
    .returning({ id: round.id });
  if (written.length === 0) throw new Error("the round changed under its own lock");
  if (patch.stages) await writeStages(tx, community, record, patch.stages);
  if (patch.envelopes) await writeEnvelopes(tx, community, record, patch.envelopes);
  if (patch.criteria) await writeCriteria(tx, community, record, patch.criteria);
}

async function writeStages(
  tx: Transaction,
  community: Community,
  { id }: RoundRecord,
  stages: RoundSetup["stages"],
) {
  const target = [roundStage.communityId, roundStage.roundId, roundStage.kind];
  for (const { kind, opensAt, closesAt } of stages) {
    await tx
      .insert(roundStage)
      .values({ communityId: community.id, roundId: id, kind, opensAt, closesAt })
      .onConflictDoUpdate({ target, set: { opensAt, closesAt } });
  }
}

/** An area keeps its envelope's id, to which ballots and projects refer. */
async function writeEnvelopes(
  tx: Transaction,
  community: Community,
  record: RoundRecord,
  wanted: RoundSetup["envelopes"],
) {
  const scope = { communityId: community.id, roundId: record.id };
  const gone = record.envelopes.filter((old) =>
    wanted.every(({ districtId }) => districtId !== old.districtId),
  );
  if (gone.length > 0) {
    const ids = gone.map(({ id }) => id);
    await tx.delete(envelope).where(and(eq(envelope.communityId, community.id), inArray(envelope.id, ids)));
  }
  for (const { districtId, amount } of wanted) {
    const old = record.envelopes.find((candidate) => candidate.districtId === districtId);
    if (!old) await tx.insert(envelope).values({ ...scope, id: newId(), districtId, amount });
    else if (old.amount !== amount) {
      await tx
        .update(envelope)
        .set({ amount })
        .where(and(eq(envelope.communityId, community.id), eq(envelope.id, old.id)));
    }
  }
}

async function writeCriteria(
  tx: Transaction,
  community: Community,
  record: RoundRecord,
  wanted: RoundSetup["criteria"],
) {
  const scope = { communityId: community.id, roundId: record.id };
  await tx
    .delete(criterion)
    .where(
      and(
        eq(criterion.communityId, community.id),
        eq(criterion.roundId, record.id),
        gt(criterion.number, wanted.length),
      ),
    );
  for (const [index, { question, rule }] of wanted.entries()) {
    const number = index + 1;
    await tx
      .insert(criterion)
      .values({ ...scope, id: newId(), number, question, rule })
      .onConflictDoUpdate({
        target: [criterion.communityId, criterion.roundId, criterion.number],
        set: { question, rule },
      });
  }
}

async function writeAmendment(
  tx: Transaction,
  community: Community,
  administrator: Administrator,
  roundId: string,
  changes: AmendedField[],
  reason: string,
) {
  const own = and(eq(roundAmendment.communityId, community.id), eq(roundAmendment.roundId, roundId));
  const number = (await tx.$count(roundAmendment, own)) + 1;
  await tx
    .insert(roundAmendment)
    .values({ communityId: community.id, roundId, number, reason, changes, madeBy: administrator.id });
  if (changes.some(({ field, after }) => field === "rules.tieOrder" && after === "draw"))
    await commitDraw(tx, community, roundId);
}
