import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, isNull, ne } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { RuleId } from "~/domain/tally/rules";
import { database } from "~/platform/database.server";
import { ballotFile, missingVotes } from "~db/schema/results";
import { tieList } from "./counted-ballots";
import { readCountedFile } from "./counted-file";
import { MOST_WORK, missingVotesOf } from "./missing-votes";
import { publicLists } from "./public-list-queries.server";
import type { WhatWasMissing } from "./what-was-missing";

type CountedFile = { tallyId: string; rule: RuleId; content: Uint8Array };

/**
 * Finds what would have funded each unfunded project of a public result, and keeps it. Lists with few ballots are
 * left out: more figures of so few people could point at one of them. May run again and twice at once; what
 * is there already stays.
 */
export async function countMissingVotes(community: Community, roundId: string): Promise<void> {
  for (const file of await listWaiting(community, roundId)) {
    const projects = await missingIn(file);
    await database()
      .insert(missingVotes)
      .values({ communityId: community.id, tallyId: file.tallyId, projects })
      .onConflictDoNothing();
  }
}

/** Of four parts of the time this work takes one: pages come first, and nobody waits for these figures. */
const REST = 3;

/**
 * Lets other work have its turn after each run of the rule, so that pages wait for a few hundredths of a second and
 * not for a whole count. A thread of its own would need a second entry to the built server.
 */
async function missingIn({ rule, content }: CountedFile): Promise<readonly WhatWasMissing[]> {
  const { election, ties } = readCountedFile(content);
  const tieOrder = tieList(election, ties);
  const steps = missingVotesOf(election, rule, tieOrder ? { tieOrder } : {}, MOST_WORK);
  for (;;) {
    const began = performance.now();
    const step = steps.next();
    if (step.done) return step.value;
    await sleep(REST * (performance.now() - began));
  }
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
      missingVotes,
      and(eq(missingVotes.communityId, lists.communityId), eq(missingVotes.tallyId, lists.tallyId)),
    )
    .where(and(eq(lists.roundId, roundId), isNull(missingVotes.tallyId), ne(lists.access, "small-group")));
}
