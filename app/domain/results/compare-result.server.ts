import { setImmediate } from "node:timers/promises";
import { and, eq, isNull, ne } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { ballotFile, comparison } from "~db/schema/results";
import { outcomeUnder, type RuleOutcome } from "./compare-outcomes";
import { rulesToWeigh } from "./compare-rules";
import { readCountedFile } from "./counted-file";
import { publicLists } from "./public-list-queries.server";

type CountedFile = { tallyId: string; rule: string; content: Uint8Array };

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
async function outcomesOf({ rule, content }: CountedFile): Promise<RuleOutcome[]> {
  const { election, ties } = readCountedFile(content);
  const outcomes: RuleOutcome[] = [];
  for (const each of rulesToWeigh(election.voteType, rule)) {
    await setImmediate();
    outcomes.push(outcomeUnder(election, each, ties));
  }
  return outcomes;
}

async function listWaiting(community: Community, roundId: string): Promise<CountedFile[]> {
  const lists = publicLists(community);
  return await database()
    .select({ tallyId: lists.tallyId, rule: lists.rule, content: ballotFile.content })
    .from(lists)
    .innerJoin(
      ballotFile,
      and(eq(ballotFile.communityId, lists.communityId), eq(ballotFile.tallyId, lists.tallyId)),
    )
    .leftJoin(
      comparison,
      and(eq(comparison.communityId, lists.communityId), eq(comparison.tallyId, lists.tallyId)),
    )
    .where(and(eq(lists.roundId, roundId), isNull(comparison.tallyId), ne(lists.access, "small-group")));
}
