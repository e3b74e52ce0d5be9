import { and, eq, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Locale } from "~/i18n/locales";
import { transaction } from "~/platform/database.server";
import { newSecretToken } from "~/platform/secret-token.server";
import { isId, newId } from "~/shared/id";
import { done, type Outcome, refused } from "~/shared/outcome";
import { initiativeDraft } from "~db/schema/initiatives";
import { round, roundStage } from "~db/schema/prioritisation";
import { submissionIsOpen } from "./submission-queries.server";

/**
 * Begins a draft for a round that takes proposals at this instant. The answer holds the token of the resume
 * link; only its hash is stored, so nobody can read the link later.
 */
export async function startDraft(
  community: Community,
  { roundId, language }: { roundId: string; language: Locale },
): Promise<Outcome<{ resume: string }, "submission_not_open">> {
  if (!isId(roundId)) return refused("submission_not_open");
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
