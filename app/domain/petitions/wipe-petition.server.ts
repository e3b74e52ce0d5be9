import { and, eq, isNull, lte, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database, type Transaction, transaction } from "~/platform/database.server";
import { petition, petitionDraft, petitionFollower } from "~db/schema/petitions";
import { pendingSignature } from "~db/schema/signatures";
import { recordPetitionStep } from "./record-petition-step.server";

/** Few enough that a batch never keeps the count of signatures waiting. */
const AT_ONCE = 2_000;

/**
 * Removes what names people from a petition whose retention has ended: contacts, names of signers and what the count
 * needed to know them apart. The signatures stay, each under a random key, so every count stays as it is; so does
 * the author's name, which the law makes part of the petition. May be broken off and begun again.
 */
export async function wipePetition(community: Community, petitionId: string): Promise<void> {
  if (!(await isDue(community, petitionId))) return;
  while ((await transaction((tx) => forgetSigners(tx, community, petitionId))) > 0);
  await transaction((tx) => forgetContacts(tx, community, petitionId));
}

async function isDue(community: Community, petitionId: string): Promise<boolean> {
  const [due] = await database()
    .select({ id: petition.id })
    .from(petition)
    .where(
      and(
        eq(petition.communityId, community.id),
        eq(petition.id, petitionId),
        isNull(petition.wipedAt),
        lte(petition.wipeAt, sql`clock_timestamp()`),
      ),
    );
  return due !== undefined;
}

/** The one change a signature ever sees; `written` stays, so it is not counted again. */
async function forgetSigners(tx: Transaction, community: Community, petitionId: string): Promise<number> {
  const rows = await tx.execute<{ count: number }>(sql`
    with known as (
      select s.signer_key as old, gen_random_uuid() as new from signature s
      where s.community_id = ${community.id}::uuid and s.petition_id = ${petitionId}::uuid
        and (s.name <> '' or s.address_hash <> '' or s.network_hash <> '' or s.person_id is not null)
      limit ${AT_ONCE}
    ),
    annulled as (
      update signature_annulment a set signer_key = known.new from known
      where a.community_id = ${community.id}::uuid and a.petition_id = ${petitionId}::uuid and a.signer_key = known.old
    ),
    forgotten as (
      update signature s set signer_key = known.new, name = '', show_name = false, person_id = null,
        assisted_by = null, address_hash = '', network_hash = ''
      from known
      where s.community_id = ${community.id}::uuid and s.petition_id = ${petitionId}::uuid and s.signer_key = known.old
    )
    select count(*)::int as count from known`);
  return rows[0]?.count ?? 0;
}

async function forgetContacts(tx: Transaction, community: Community, petitionId: string): Promise<void> {
  await tx
    .delete(petitionFollower)
    .where(and(eq(petitionFollower.communityId, community.id), eq(petitionFollower.petitionId, petitionId)));
  await tx
    .delete(pendingSignature)
    .where(and(eq(pendingSignature.communityId, community.id), eq(pendingSignature.petitionId, petitionId)));
  await tx.execute(sql`
    update sheet_line l set name = '', born_on = '' from signature_sheet h
    where l.community_id = ${community.id}::uuid and h.community_id = l.community_id and h.id = l.sheet_id
      and h.petition_id = ${petitionId}::uuid`);
  await tx.execute(sql`
    update quarantine q set criteria = q.criteria - 'addressHash' - 'networkHash'
    where q.community_id = ${community.id}::uuid and q.petition_id = ${petitionId}::uuid`);
  const wiped = await recordPetitionStep(tx, community, {
    petitionId,
    step: "wipe",
    actorId: null,
    set: { authorEmail: "", wipedAt: sql`clock_timestamp()` },
    where: isNull(petition.wipedAt),
  });
  if (!wiped.done) return;
  await tx
    .delete(petitionDraft)
    .where(
      and(eq(petitionDraft.communityId, community.id), eq(petitionDraft.filedNumber, wiped.value.number)),
    );
}
