import { and, eq, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { type Transaction, transaction } from "~/platform/database.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { initiativeDraft } from "~db/schema/initiatives";
import type { Draft } from "./draft";
import { lockDraft } from "./draft-queries.server";

export type SaveRefusal = "no_such_draft" | "already_submitted";
/** `crossed` tells that another tab had saved something else, which is now on offer. */
export type Saved = { crossed: boolean };

/** Reads, changes and writes a draft that is not submitted yet, while nobody else can. */
export async function changeDraft(
  community: Community,
  resume: string,
  change: (draft: Draft) => Draft,
): Promise<Outcome<Saved, SaveRefusal>> {
  return await transaction(async (tx) => {
    const draft = await lockDraft(tx, community, resume);
    if (!draft) return refused("no_such_draft");
    if (draft.submittedNumber !== null) return refused("already_submitted");
    const next = change(draft);
    await writeDraft(tx, community, draft.id, next);
    return done({ crossed: next.answers.replaced !== undefined });
  });
}

async function writeDraft(
  tx: Transaction,
  community: Community,
  id: string,
  { version, answers }: Draft,
): Promise<void> {
  await tx
    .update(initiativeDraft)
    .set({ version, answers, updatedAt: sql`clock_timestamp()` })
    .where(and(eq(initiativeDraft.communityId, community.id), eq(initiativeDraft.id, id)));
}
