import { setImmediate } from "node:timers/promises";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { PabulibReader } from "~/domain/tally/pabulib-reader";
import { database } from "~/platform/database.server";
import { round } from "~db/schema/prioritisation";
import { ballotFile, comparison, tally } from "~db/schema/results";
import { outcomeUnder, type RuleOutcome } from "./compare-outcomes";
import { rulesToWeigh } from "./compare-rules";
import type { TieOrder } from "./counted-ballots";
import { isPublic } from "./result-queries.server";

type CountedFile = { tallyId: string; rule: string; ties: TieOrder; content: Uint8Array };

/**
 * Counts the ballots of each list of a public result by the rules a council weighs, and keeps what comes out. Lists
 * with few ballots are left out: more figures of so few people could point at one of them. May run again and
 * twice at once; what is there already stays.
 */
export async function compareResult(community: Community, roundId: string): Promise<void> {
  const waiting = await listWaiting(community, roundId);
  for (const file of waiting) {
    const outcomes = await outcomesOf(file);
    await database()
      .insert(comparison)
      .values({ communityId: community.id, tallyId: file.tallyId, outcomes })
      .onConflictDoNothing();
  }
}

/** Between two rules other work gets its turn: a count holds the thread, seconds for the largest votes. */
async function outcomesOf({ rule, ties, content }: CountedFile): Promise<RuleOutcome[]> {
  const reader = new PabulibReader();
  reader.pushBytes(content);
  const read = reader.finish();
  if (!read.ok) throw new Error(`A published ballot file cannot be read: ${read.problem.cause}.`);
  const { election } = read.value;
  const outcomes: RuleOutcome[] = [];
  for (const each of rulesToWeigh(election.voteType, rule)) {
    await setImmediate();
    outcomes.push(outcomeUnder(election, each, ties));
  }
  return outcomes;
}

async function listWaiting(community: Community, roundId: string): Promise<CountedFile[]> {
  return await database()
    .select({
      tallyId: tally.id,
      rule: tally.rule,
      ties: sql<TieOrder>`${round.rules} ->> 'tieOrder'`,
      content: ballotFile.content,
    })
    .from(round)
    .innerJoin(
      tally,
      and(eq(tally.communityId, round.communityId), eq(tally.roundId, round.id), isNull(tally.supersededAt)),
    )
    .innerJoin(
      ballotFile,
      and(eq(ballotFile.communityId, tally.communityId), eq(ballotFile.tallyId, tally.id)),
    )
    .leftJoin(
      comparison,
      and(eq(comparison.communityId, tally.communityId), eq(comparison.tallyId, tally.id)),
    )
    .where(
      and(
        eq(round.communityId, community.id),
        eq(round.id, roundId),
        isPublic,
        isNull(comparison.tallyId),
        sql`${tally.record} ->> 'access' <> 'small-group'`,
      ),
    );
}
