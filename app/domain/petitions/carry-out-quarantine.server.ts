import { and, eq, sql } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Community } from "~/domain/communities/community";
import { translator } from "~/i18n/translate";
import { database, type Transaction, transaction } from "~/platform/database.server";
import { auditEvent } from "~db/schema/audit";
import { quarantine } from "~db/schema/signature-checks";
import { holdPetition } from "./hold-petition.server";
import { listSuspects } from "./quarantine-signature-queries.server";
import { recordPetitionStep } from "./record-petition-step.server";
import { writeAnnulments } from "./write-annulments.server";

type Way = "annulled" | "restored";

/** Few enough that a batch never keeps the count of signatures waiting. */
const AT_ONCE = 1_000;

/**
 * Takes the signatures of a decided quarantine out of the count, or puts them back, in batches that each stand for
 * themselves; then tells it in public. May be broken off and begun again, and done twice at once: a batch writes only
 * what still differs, and the fact is recorded once.
 */
export async function carryOutQuarantine(
  community: Community,
  quarantineId: string,
  way: Way,
): Promise<void> {
  const [found] = await database()
    .select({ petitionId: quarantine.petitionId, decision: quarantine.decision })
    .from(quarantine)
    .where(and(eq(quarantine.communityId, community.id), eq(quarantine.id, quarantineId)));
  if (found?.decision !== way) return;
  const { petitionId } = found;
  for (let after: string | undefined; ; ) {
    const keys = await listSuspects(community, { quarantineId, way, after, most: AT_ONCE });
    after = keys.at(-1);
    if (after === undefined) break;
    await transaction(async (tx) => {
      if (await holdPetition(tx, community, petitionId))
        await writeAnnulments(tx, community, { quarantineId, way, keys });
    });
  }
  await transaction((tx) => recordDone(tx, community, { quarantineId, petitionId, way }));
}

type Done = { quarantineId: string; petitionId: string; way: Way };

async function recordDone(tx: Transaction, community: Community, given: Done): Promise<void> {
  const { quarantineId, petitionId, way } = given;
  await holdPetition(tx, community, petitionId);
  const act = `quarantine.${way}`;
  if (await actorOf(tx, community, quarantineId, act)) return;
  await settleNumbers(tx, community, petitionId);
  const [row] = await tx.execute<{ changed: number; cause: string }>(sql`
    select q.cause, (select count(*)::int from signature_annulment a
      where a.community_id = q.community_id and a.petition_id = q.petition_id and a.quarantine_id = q.id
        and a.number % 2 = ${way === "annulled" ? 1 : 0}::int) as changed
    from quarantine q where q.community_id = ${community.id}::uuid and q.id = ${quarantineId}::uuid`);
  const { changed = 0, cause = "" } = row ?? {};
  const t = translator(community.languages[0] ?? "uk");
  const by = await actorOf(
    tx,
    community,
    quarantineId,
    way === "annulled" ? "quarantine.annul" : "quarantine.restore",
  );
  await recordPetitionStep(tx, community, {
    petitionId,
    step: way === "annulled" ? "annul_signatures" : "restore_signatures",
    actorId: by?.actorId ?? null,
    note: t(`integrity.event.${way}`, { count: changed, cause }),
  });
  const subject = { subjectKind: "quarantine", subjectId: quarantineId };
  await recordAct(tx, community, {
    act,
    actorId: null,
    ...subject,
    details: { petitionId, signatures: changed },
  });
}

async function actorOf(tx: Transaction, community: Community, quarantineId: string, act: string) {
  const [found] = await tx
    .select({ actorId: auditEvent.actorId })
    .from(auditEvent)
    .where(
      and(
        eq(auditEvent.communityId, community.id),
        eq(auditEvent.subjectKind, "quarantine"),
        eq(auditEvent.subjectId, quarantineId),
        eq(auditEvent.act, act),
      ),
    )
    .limit(1);
  return found;
}

/** How many each decided quarantine of the petition keeps out now: one signature may bear the marks of several. */
async function settleNumbers(tx: Transaction, community: Community, petitionId: string): Promise<void> {
  await tx.execute(sql`
    with newest as (
      select distinct on (a.signer_key) a.number, a.quarantine_id from signature_annulment a
      where a.community_id = ${community.id}::uuid and a.petition_id = ${petitionId}::uuid
      order by a.signer_key, a.number desc
    )
    update quarantine q set signatures =
      (select count(*)::int from newest n where n.quarantine_id = q.id and n.number % 2 = 1)
    where q.community_id = ${community.id}::uuid and q.petition_id = ${petitionId}::uuid
      and q.decision in ('annulled', 'restored')`);
}
