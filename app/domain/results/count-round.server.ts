import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import { findDraw } from "~/domain/voting/draw-queries.server";
import { openBallots } from "~/domain/voting/open-ballots.server";
import { database, type Transaction, transaction } from "~/platform/database.server";
import { queueJob } from "~/platform/job-queue.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { round, roundStage } from "~db/schema/prioritisation";
import { tally, turnoutDay } from "~db/schema/results";
import { participation } from "~db/schema/voting";
import { countList } from "./counted-list";
import { type ListToCount, readLists } from "./list-queries.server";
import { storeTally } from "./store-tally.server";
import { drawRecordOf, type Ties } from "./ties";

export type CountRefusal = "no_such_round" | "no_draw_value" | "not_closed" | "no_key";

/**
 * Counts every list of a closed vote, once: tallies, projects, ballot files and turnout stand in one transaction
 * or not at all. May be killed anywhere and run again, and by two workers at once. Nothing of it is public yet;
 * the publishing is queued for the day of the result.
 */
export async function countRound(
  community: Community,
  roundId: string,
): Promise<Outcome<{ first: boolean }, CountRefusal>> {
  if (await isCounted(database(), community, roundId)) return done({ first: false });
  const lists = await readLists(community, roundId);
  if (!lists) return refused("no_such_round");
  // Before the box is opened: nobody may know the ballots and choose the value by them.
  const ties = await readTies(community, roundId, lists);
  if (!ties) return refused("no_draw_value");
  const opened = await openBallots(community, roundId);
  if (!opened.done) return opened;
  const { ballots, boxes, unopened } = opened.value;
  const counts = lists.map((list) => ({
    list,
    ...countList({ ...list.election, ties, ballots: inCodes(list, ballots) }),
  }));
  return await transaction(async (tx) => {
    await lockRow(tx, community, roundId);
    if (await isCounted(tx, community, roundId)) return done({ first: false });
    const hashes: string[] = [];
    for (const { list, counted, text, access } of counts) {
      const file = new TextEncoder().encode(text);
      const sha256 = createHash("sha256").update(file).digest("hex");
      const { envelopeId, projectIds } = list;
      const draw = drawRecordOf(ties, [...projectIds.keys()]);
      const facts = { official: null, access, trial: true, unopened: unopened.length, draw };
      await storeTally(tx, community, { roundId, envelopeId, counted, file, sha256, projectIds, facts });
      hashes.push(sha256);
    }
    await storeTurnout(tx, community, roundId);
    const details = { boxes, unopened: unopened.length, ballotFiles: hashes };
    await recordAct(tx, community, {
      act: "tally.run",
      actorId: null,
      subjectKind: "round",
      subjectId: roundId,
      details,
    });
    await queuePublishing(tx, community, roundId);
    return done({ first: true });
  });
}

/** How this vote orders equals; null while the public value of its draw is missing. */
async function readTies(
  community: Community,
  roundId: string,
  lists: readonly ListToCount[],
): Promise<Ties | null> {
  const order = lists[0]?.tieOrder ?? "project_code";
  if (order !== "draw") return order;
  const draw = await findDraw(community, roundId);
  if (!draw?.revealed) return null;
  const { seed, publicValue } = draw.revealed;
  return { commitment: draw.commitment, seed, publicValue };
}

async function isCounted(
  from: ReturnType<typeof database> | Transaction,
  community: Community,
  roundId: string,
) {
  const found = await from
    .select({ id: tally.id })
    .from(tally)
    .where(and(eq(tally.communityId, community.id), eq(tally.roundId, roundId)))
    .limit(1);
  return found.length > 0;
}

async function lockRow(tx: Transaction, community: Community, roundId: string): Promise<void> {
  const own = and(eq(round.communityId, community.id), eq(round.id, roundId));
  await tx.select({ id: round.id }).from(round).where(own).for("update");
}

/** Project ids of the box become codes of the ballot; an empty list has no entry in the box. */
function inCodes({ envelopeId, projectIds }: ListToCount, ballots: Map<string, string[][]>): string[][] {
  const codes = new Map([...projectIds].map(([code, id]) => [id, code]));
  return (ballots.get(envelopeId) ?? []).map((choices) => choices.map((id) => codes.get(id) ?? ""));
}

async function storeTurnout(tx: Transaction, community: Community, roundId: string): Promise<void> {
  const rows = await tx
    .select({
      day: participation.votedOn,
      channel: participation.channel,
      voters: sql<number>`count(*)::int`,
    })
    .from(participation)
    .where(and(eq(participation.communityId, community.id), eq(participation.roundId, roundId)))
    .groupBy(participation.votedOn, participation.channel);
  if (rows.length === 0) return;
  await tx.insert(turnoutDay).values(rows.map((row) => ({ ...row, communityId: community.id, roundId })));
}

async function queuePublishing(tx: Transaction, community: Community, roundId: string): Promise<void> {
  const [stage] = await tx
    .select({ opensAt: roundStage.opensAt })
    .from(roundStage)
    .where(
      and(
        eq(roundStage.communityId, community.id),
        eq(roundStage.roundId, roundId),
        eq(roundStage.kind, "result"),
      ),
    );
  const job = { kind: "publish-result", subject: roundId };
  await queueJob(tx, community.id, stage ? { ...job, runAt: stage.opensAt } : job);
}
