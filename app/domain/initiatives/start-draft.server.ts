import { and, eq, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { type AttemptRule, countAttempt } from "~/domain/identity/attempt-limit.server";
import type { Locale } from "~/i18n/locales";
import { transaction } from "~/platform/database.server";
import { newSecretToken } from "~/platform/secret-token.server";
import { isId, newId } from "~/shared/id";
import { done, type Outcome, refused } from "~/shared/outcome";
import { initiativeDraft } from "~db/schema/initiatives";
import { round, roundStage } from "~db/schema/prioritisation";
import { submissionIsOpen } from "./submission-queries.server";

/** A library shares one address, and nobody there should wait; a script that fills the table should (S-53). */
const PER_ADDRESS: AttemptRule = { most: 60, minutes: 60 };

type NewDraft = {
  roundId: string;
  language: Locale;
  /** Where the request comes from; none for acts that no visitor asked for. */
  clientAddress?: string | undefined;
};

/**
 * Begins a draft for a round that takes proposals at this instant. The answer holds the token of the resume
 * link; only its hash is stored, so nobody can read the link later.
 */
export async function startDraft(
  community: Community,
  { roundId, language, clientAddress }: NewDraft,
): Promise<Outcome<{ resume: string }, "submission_not_open" | "too_many">> {
  if (!isId(roundId)) return refused("submission_not_open");
  if (clientAddress !== undefined) {
    const counted = await countAttempt(community, PER_ADDRESS, "draft", clientAddress);
    if (!counted.done) return counted;
  }
  const { token, hash } = newSecretToken();
  const started = await transaction(async (tx) => {
    const rows = await tx.execute(sql`
      insert into ${initiativeDraft} (community_id, id, round_id, resume_hash, answers)
      select ${round.communityId}, ${newId()}::uuid, ${round.id}, ${hash}, ${JSON.stringify({ language })}::jsonb
      from ${round} join ${roundStage}
        on ${and(eq(roundStage.communityId, round.communityId), eq(roundStage.roundId, round.id))}
      where ${and(eq(round.communityId, community.id), eq(round.id, roundId), eq(roundStage.kind, "submission"))}
        and ${submissionIsOpen}
      returning id`);
    return rows.length === 1;
  });
  return started ? done({ resume: token }) : refused("submission_not_open");
}
