import { randomInt } from "node:crypto";
import { and, asc, eq, gt } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { envelope, round } from "~db/schema/prioritisation";
import { project } from "~db/schema/prioritisation-projects";
import { ballotKey, sealedBallot } from "~db/schema/voting";
import type { ChosenList } from "./ballot";
import { decodeBallot } from "./ballot-code";
import { ballotOpener } from "./ballot-seal.server";

/** Boxes read at once: bounds the memory and the time of one statement. */
const BATCH = 500;

export type OpenedBallots = {
  /**
   * By envelope: one entry per ballot, the ids of its projects, in an order drawn anew for each envelope. A voter
   * who left a list empty abstained there and has no entry in it.
   */
  ballots: Map<string, string[][]>;
  /** Boxes in all, opened or not. */
  boxes: number;
  /** Boxes that did not open or hold no ballot of this round, by the hash of their receipt; they count for nothing. */
  unopened: { receiptHash: string; reason: "sealed" | "unreadable" }[];
};

/**
 * Opens every box of a closed vote and drops the names: what comes back belongs to nobody (B-7). Refused before
 * close, whoever asks, and where the private key is not held here.
 */
export async function openBallots(
  community: Community,
  roundId: string,
): Promise<Outcome<OpenedBallots, "not_closed" | "no_key">> {
  const [key] = await database()
    .select({ closedAt: round.closedAt, privateKey: ballotKey.privateKey })
    .from(round)
    .leftJoin(ballotKey, and(eq(ballotKey.communityId, round.communityId), eq(ballotKey.roundId, round.id)))
    .where(and(eq(round.communityId, community.id), eq(round.id, roundId)));
  if (!key?.closedAt) return refused("not_closed");
  if (!key.privateKey) return refused("no_key");
  const open = await ballotOpener(key.privateKey);
  const ids = await knownIds(community, roundId);
  const opened: OpenedBallots = { ballots: new Map(), boxes: 0, unopened: [] };
  for await (const batch of boxes(community, roundId)) {
    opened.boxes += batch.length;
    const read = batch.map(async ({ personId, sealed, receiptHash }) => {
      const plain = await open({ communityId: community.id, roundId, personId }, sealed);
      const lists = plain && knownLists(decodeBallot(plain), ids);
      if (!lists) return opened.unopened.push({ receiptHash, reason: plain ? "unreadable" : "sealed" });
      for (const { envelopeId, choices } of lists) put(opened.ballots, envelopeId, choices);
    });
    await Promise.all(read);
  }
  for (const list of opened.ballots.values()) shuffle(list);
  opened.unopened.sort((one, two) => (one.receiptHash < two.receiptHash ? -1 : 1));
  return done(opened);
}

async function* boxes(community: Community, roundId: string) {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const batch = await database()
      .select({
        personId: sealedBallot.personId,
        sealed: sealedBallot.sealed,
        receiptHash: sealedBallot.receiptHash,
      })
      .from(sealedBallot)
      .where(
        and(
          eq(sealedBallot.communityId, community.id),
          eq(sealedBallot.roundId, roundId),
          gt(sealedBallot.personId, after),
        ),
      )
      .orderBy(asc(sealedBallot.personId))
      .limit(BATCH);
    if (batch.length > 0) yield batch;
    if (batch.length < BATCH) return;
    after = batch.at(-1)?.personId ?? after;
  }
}

/** Envelope of every project; one text per id, however many ballots name it. */
async function knownIds(
  community: Community,
  roundId: string,
): Promise<Map<string, { id: string; envelopeId: string }>> {
  const rows = await database()
    .select({ id: project.id, envelopeId: envelope.id })
    .from(project)
    .innerJoin(
      envelope,
      and(eq(envelope.communityId, project.communityId), eq(envelope.id, project.envelopeId)),
    )
    .where(and(eq(project.communityId, community.id), eq(project.roundId, roundId)));
  return new Map(rows.map((row) => [row.id, row]));
}

function knownLists(
  lists: ChosenList[] | null,
  ids: Awaited<ReturnType<typeof knownIds>>,
): ChosenList[] | null {
  if (!lists) return null;
  const known = lists.map(({ envelopeId, choices }) => ({
    envelopeId,
    choices: choices.flatMap((choice) => {
      const found = ids.get(choice);
      return found?.envelopeId === envelopeId ? found.id : [];
    }),
  }));
  const complete = known.every(({ choices }, index) => choices.length === lists[index]?.choices.length);
  return complete ? known : null;
}

function put(ballots: OpenedBallots["ballots"], envelopeId: string, choices: string[]): void {
  if (choices.length === 0) return;
  const list = ballots.get(envelopeId) ?? [];
  list.push(choices);
  ballots.set(envelopeId, list);
}

/** Fisher–Yates with the system's random source: the place of a ballot tells nothing of its voter. */
function shuffle(list: string[][]): void {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const pick = randomInt(last + 1);
    [list[last], list[pick]] = [list[pick] as string[], list[last] as string[]];
  }
}
