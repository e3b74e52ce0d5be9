import { and, eq, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { textLanguage } from "~/i18n/text-language";
import { type Transaction, transaction } from "~/platform/database.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { petition, petitionEvent } from "~db/schema/petitions";
import type { PetitionAuthor } from "./author";
import { findPetition } from "./petition-queries.server";
import { recordPetitionStep } from "./record-petition-step.server";
import { petitionSearchText } from "./search-text";
import { findTermEnd } from "./term-queries.server";

export type Rework = {
  title: string;
  demand: string;
  grounds: string;
  /** One public sentence on what was changed. */
  changeNote: string;
};

/**
 * The author's answer to a return: the text is changed and the petition is in line again; its first signatories
 * stay. The time set at the return is decided by the database's clock inside the statement (SC-8).
 */
export async function resubmitPetition(
  community: Community,
  { petitionId, actorId }: PetitionAuthor,
  { changeNote, ...texts }: Rework,
): Promise<Outcome<{ number: number }, "wrong_state" | "rework_late">> {
  return await transaction(async (tx) => {
    const found = await findPetition(community, { id: petitionId }, tx);
    if (!found) return refused("wrong_state");
    const dueAt = await findTermEnd(tx, community, found.rules.moderation);
    const outcome = await recordPetitionStep(tx, community, {
      petitionId,
      step: "resubmit",
      actorId,
      note: changeNote,
      dueAt,
      set: {
        ...texts,
        language: textLanguage(Object.values(texts).join(" "), found.language),
        searchText: petitionSearchText(texts),
        moderationDueAt: sql`${dueAt.toISOString()}::timestamptz`,
      },
      where: reworkIsOpen(community, petitionId),
    });
    if (outcome.done) return done({ number: outcome.value.number });
    return refused((await isReturned(tx, community, petitionId)) ? "rework_late" : "wrong_state");
  });
}

function reworkIsOpen(community: Community, petitionId: string) {
  return sql`coalesce((select returned.due_at from ${petitionEvent} returned
    where returned.community_id = ${community.id} and returned.petition_id = ${petitionId}::uuid
      and returned.step = 'return' order by returned.created_at desc limit 1), 'infinity') > clock_timestamp()`;
}

async function isReturned(tx: Transaction, community: Community, petitionId: string): Promise<boolean> {
  const own = and(eq(petition.communityId, community.id), eq(petition.id, petitionId));
  return (await tx.$count(petition, and(own, eq(petition.state, "returned")))) > 0;
}
