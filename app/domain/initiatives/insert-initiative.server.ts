import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Transaction } from "~/platform/database.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { initiative } from "~db/schema/initiatives";
import { round, roundStage } from "~db/schema/prioritisation";
import type { CompleteAnswers } from "./draft";
import { searchTextOf } from "./search-text";
import { findSubmissionRound, submissionIsOpen } from "./submission-queries.server";

/** Two people may file at the same instant; each of them waits for the other's number and takes the next. */
const MOST_TRIES = 100;

type NewInitiative = { id: string; roundId: string; authorId: string | null; answers: CompleteAnswers };

/** Takes the next number of the community, if proposals are taken at this instant (SC-8). */
export async function insertInitiative(
  tx: Transaction,
  community: Community,
  given: NewInitiative,
): Promise<Outcome<{ number: number }, "submission_planned" | "submission_closed">> {
  for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
    const rows = await tx.execute<{ number: number }>(insertion(community, given));
    const [row] = rows;
    if (row) return done({ number: row.number });
    const found = await findSubmissionRound(community, given.roundId, tx);
    if (found?.status === "planned") return refused("submission_planned");
    if (found?.status !== "open") return refused("submission_closed");
  }
  throw new Error("No free number for an initiative was found.");
}

/** Inserts nothing when proposals are not taken at this instant, or when another one has just taken the number. */
function insertion(community: Community, { id, roundId, authorId, answers }: NewInitiative): SQL {
  const { title, theme, authorName, email, showName } = answers;
  const districtId = answers.wholeCommunity ? null : (answers.districtId ?? null);
  return sql`
    insert into ${initiative} (community_id, id, round_id, number, state, district_id, theme, title, search_text,
      author_id, author_name, contact_email, show_name)
    select ${round.communityId}, ${id}::uuid, ${round.id},
      coalesce((select max(taken.number) from ${initiative} taken where taken.community_id = ${community.id}), 0) + 1,
      'submitted', ${districtId}::uuid, ${theme}, ${title}, ${searchTextOf(answers)},
      ${authorId}::uuid, ${authorName}, ${email}, ${showName}::boolean
    from ${round} join ${roundStage}
      on ${and(eq(roundStage.communityId, round.communityId), eq(roundStage.roundId, round.id))}
    where ${and(eq(round.communityId, community.id), eq(round.id, roundId), eq(roundStage.kind, "submission"))}
      and ${submissionIsOpen}
    on conflict (community_id, number) do nothing
    returning number`;
}
