import { and, eq, isNull, sql } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import type { Administrator } from "~/domain/identity/viewer";
import { transaction } from "~/platform/database.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { round } from "~db/schema/prioritisation";
import { lockRound } from "./lock-round.server";
import { setupProblems } from "./round-setup";
import { scheduleRound } from "./schedule-round.server";

export type Publication = {
  roundId: string;
  version: number;
  /** The administrator has read what the embedded database lacks, and confirmed it (EM-4). */
  embedded?: boolean;
};

/** Shows a complete round to everybody and sets its clock going. Publishing again changes nothing. */
export async function publishRound(
  community: Community,
  administrator: Administrator,
  { roundId, version, embedded = false }: Publication,
): Promise<Outcome<undefined, "incomplete" | "changed_meanwhile">> {
  return await transaction(async (tx) => {
    const locked = await lockRound(tx, community, roundId);
    if (!locked) throw new Response(null, { status: 404 });
    const { record, facts } = locked;
    if (record.publishedAt) return done();
    if (record.rulesVersion !== version) return refused("changed_meanwhile");
    if (setupProblems(record, community.languages, facts.now).length > 0) return refused("incomplete");
    await tx
      .update(round)
      .set({ publishedAt: sql`clock_timestamp()` })
      .where(and(eq(round.communityId, community.id), eq(round.id, roundId), isNull(round.publishedAt)));
    await scheduleRound(tx, community, record);
    await recordAct(tx, community, {
      act: "round.publish",
      actorId: administrator.id,
      subjectKind: "round",
      subjectId: roundId,
      details: { version, embedded },
    });
    return done();
  });
}
