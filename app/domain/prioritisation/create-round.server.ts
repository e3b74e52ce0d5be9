import { recordAct } from "~/domain/audit/record-act.server";
import type { Community, LocalText } from "~/domain/communities/community";
import type { Administrator } from "~/domain/identity/viewer";
import { transaction } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { done, type Outcome, refused } from "~/shared/outcome";
import { round } from "~db/schema/prioritisation";
import { SUGGESTED_RULES } from "./round-setup";

export type NewRound = { slug: string; title: LocalText; summary: LocalText };

/** Begins a round that only administrators see, with suggested rules and nothing else decided. */
export async function createRound(
  community: Community,
  administrator: Administrator,
  { slug, title, summary }: NewRound,
): Promise<Outcome<{ id: string; slug: string }, "slug_taken">> {
  return await transaction(async (tx) => {
    const [made] = await tx
      .insert(round)
      .values({ communityId: community.id, id: newId(), slug, title, summary, rules: SUGGESTED_RULES })
      .onConflictDoNothing({ target: [round.communityId, round.slug] })
      .returning({ id: round.id, slug: round.slug });
    if (!made) return refused("slug_taken");
    await recordAct(tx, community, {
      act: "round.create",
      actorId: administrator.id,
      subjectKind: "round",
      subjectId: made.id,
    });
    return done(made);
  });
}
