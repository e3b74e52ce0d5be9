import { and, eq, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Locale } from "~/i18n/locales";
import { textLanguage } from "~/i18n/text-language";
import { type Transaction, transaction } from "~/platform/database.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { initiative, initiativeEvent, initiativeVersion } from "~db/schema/initiatives";
import type { Author } from "./policy";
import { recordStep } from "./record-step.server";
import { searchTextOf } from "./search-text";

export type Rework = {
  title: string;
  problem: string;
  proposal: string;
  beneficiaries: string;
  /** Minor units; null when the author does not know. */
  costGuess: number | null;
  /** One public sentence on what was changed. */
  changeNote: string;
  /** Language of the page, where the text does not tell its own. */
  language: Locale;
};

/** The author's answer to a return: a new version beside the old ones, and the initiative is in line again. */
export async function resubmitInitiative(
  community: Community,
  author: Author,
  rework: Rework,
): Promise<Outcome<{ number: number; version: number }, "wrong_state" | "rework_late">> {
  return await transaction(async (tx) => {
    const versioned = await raiseVersion(tx, community, author.initiativeId, rework);
    if (!versioned)
      return refused((await isReturned(tx, community, author.initiativeId)) ? "rework_late" : "wrong_state");
    await insertVersion(tx, community, { ...versioned, initiativeId: author.initiativeId }, rework);
    const { initiativeId, actorId } = author;
    const outcome = await recordStep(tx, community, {
      initiativeId,
      step: "resubmit",
      actorId,
      note: rework.changeNote,
    });
    return outcome.done ? done({ number: outcome.value.number, version: versioned.version }) : outcome;
  });
}

/** The time set at the return is decided by the database's clock inside the statement (SC-8). */
async function raiseVersion(
  tx: Transaction,
  community: Community,
  initiativeId: string,
  { title, ...texts }: Rework,
) {
  const [kept] = await tx
    .select({ placeNote: initiativeVersion.placeNote })
    .from(initiativeVersion)
    .where(
      and(eq(initiativeVersion.communityId, community.id), eq(initiativeVersion.initiativeId, initiativeId)),
    )
    .limit(1);
  const placeNote = kept?.placeNote ?? "";
  const dueAt = sql`(select returned.due_at from ${initiativeEvent} returned
    where returned.community_id = ${community.id} and returned.initiative_id = ${initiativeId}::uuid
      and returned.step = 'return' order by returned.created_at desc limit 1)`;
  const [raised] = await tx
    .update(initiative)
    .set({
      title,
      version: sql`${initiative.version} + 1`,
      searchText: searchTextOf({ title, placeNote, ...texts }),
    })
    .where(
      and(
        eq(initiative.communityId, community.id),
        eq(initiative.id, initiativeId),
        eq(initiative.state, "returned"),
        sql`coalesce(${dueAt}, 'infinity') > clock_timestamp()`,
      ),
    )
    .returning({ version: initiative.version });
  return raised;
}

async function isReturned(tx: Transaction, community: Community, initiativeId: string): Promise<boolean> {
  const [found] = await tx
    .select({ state: initiative.state })
    .from(initiative)
    .where(and(eq(initiative.communityId, community.id), eq(initiative.id, initiativeId)));
  return found?.state === "returned";
}

/** The place is no part of the text: it goes over from the version before. */
async function insertVersion(
  tx: Transaction,
  community: Community,
  { version, initiativeId }: { version: number; initiativeId: string },
  { title, problem, proposal, beneficiaries, costGuess, changeNote, language }: Rework,
): Promise<void> {
  const [before] = await tx
    .select({
      placeNote: initiativeVersion.placeNote,
      latitude: initiativeVersion.latitude,
      longitude: initiativeVersion.longitude,
    })
    .from(initiativeVersion)
    .where(
      and(
        eq(initiativeVersion.communityId, community.id),
        eq(initiativeVersion.initiativeId, initiativeId),
        eq(initiativeVersion.version, version - 1),
      ),
    );
  if (!before) throw new Error("An initiative lacks the version before this one.");
  const written = textLanguage([title, problem, proposal, beneficiaries].join(" "), language);
  const texts = { title, problem, proposal, beneficiaries, costGuess, changeNote, language: written };
  await tx
    .insert(initiativeVersion)
    .values({ communityId: community.id, initiativeId, version, ...texts, ...before });
}
