import type { Community } from "~/domain/communities/community";
import type { Transaction } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { ballotFile, projectResult, tally } from "~db/schema/results";
import type { CountedBallots } from "./counted-ballots";
import type { TallyRecord } from "./result";

export type FinishedCount = {
  roundId: string;
  envelopeId: string;
  counted: CountedBallots;
  /** The Pabulib file that was counted, and its SHA-256 in hex. */
  file: Uint8Array;
  sha256: string;
  /** Ids of the project rows by code. */
  projectIds: ReadonlyMap<string, string>;
  facts: Omit<TallyRecord, "count" | "fundedChoices" | "others">;
};

/** Rows per INSERT: far below the limit of 65,535 parameters. */
const BATCH = 500;

/** Writes the first count of an envelope with its projects and its ballots; the unique run keeps twins out. */
export async function storeTally(
  tx: Transaction,
  community: Community,
  finished: FinishedCount,
): Promise<string> {
  const { roundId, envelopeId, counted, file, sha256, projectIds, facts } = finished;
  const { projects, ...count } = counted.count;
  const scope = { communityId: community.id };
  const tallyId = newId();
  await tx.insert(tally).values({
    ...scope,
    id: tallyId,
    roundId,
    envelopeId,
    run: 1,
    rule: count.rule,
    ballots: count.voters,
    votersWithFundedChoice: count.votersWithWinner,
    inputSha256: sha256,
    record: { count, fundedChoices: counted.fundedChoices, others: counted.others, ...facts },
  });
  await tx.insert(ballotFile).values({ ...scope, tallyId, sha256, content: file });
  const rows = projects.map(({ id, votes, funded, reason, numbers, round, score }) => ({
    ...scope,
    tallyId,
    projectId: projectIds.get(id) ?? "",
    votes,
    funded,
    place: counted.places.get(id) ?? 0,
    reason: { code: reason, values: numbers, round, score },
  }));
  for (let from = 0; from < rows.length; from += BATCH) {
    await tx.insert(projectResult).values(rows.slice(from, from + BATCH));
  }
  return tallyId;
}
