import { and, eq, inArray, sql } from "drizzle-orm";
import { findWorkCalendar } from "~/domain/communities/calendar-queries.server";
import type { Community } from "~/domain/communities/community";
import { termEnd } from "~/domain/communities/working-days";
import type { Transaction } from "~/platform/database.server";
import { petition } from "~db/schema/petitions";
import { petitionCount, petitionCountCell, thresholdFact } from "~db/schema/signatures";
import type { PetitionRules, Threshold } from "./petition-rules";
import { queueMailing } from "./queue-mailing.server";
import { recordPetitionStep } from "./record-petition-step.server";
import { newlyReached } from "./thresholds";

type Counted = { id: string; rules: PetitionRules; total: number };

/**
 * Records which thresholds petitions have reached by their counts, once and for good, with the instant and the day
 * by which the council must act (SC-5); followers are told. Signing goes on. Closed petitions too: the last
 * signatures, and those put back after a mistake, are counted after the end.
 */
export async function recordThresholds(
  tx: Transaction,
  community: Community,
  petitionIds: readonly string[],
): Promise<void> {
  if (petitionIds.length === 0) return;
  const counted = await readCounted(tx, community, petitionIds);
  const reached = counted.filter(({ rules, total }) =>
    rules.thresholds.some((one) => one.signatures <= total),
  );
  if (reached.length === 0) return;
  const [districts, known] = [
    await readDistricts(tx, community, reached),
    await readFacts(tx, community, reached),
  ];
  for (const { id, rules, total } of reached) {
    const byDistrict = districts.get(id) ?? new Map<string, number>();
    for (const place of newlyReached(rules.thresholds, { total, byDistrict }, known.get(id) ?? new Set())) {
      const threshold = rules.thresholds[place];
      if (threshold) await recordFact(tx, community, { petitionId: id, place, threshold, total });
    }
  }
}

type Fact = { petitionId: string; place: number; threshold: Threshold; total: number };

async function recordFact(
  tx: Transaction,
  community: Community,
  { petitionId, place, threshold, total }: Fact,
) {
  const [clock] = await tx.execute<{ now: string }>(sql`select clock_timestamp() as now`);
  const reachedAt = new Date(clock?.now ?? "");
  const dueAt = termEnd(reachedAt, threshold.term, community.zone, await findWorkCalendar(community, tx));
  const [added] = await tx
    .insert(thresholdFact)
    .values({ communityId: community.id, petitionId, threshold: place, signatures: total, reachedAt, dueAt })
    .onConflictDoNothing()
    .returning({ threshold: thresholdFact.threshold });
  if (!added) return;
  await recordPetitionStep(tx, community, { petitionId, step: "reach_threshold", actorId: null, dueAt });
  await queueMailing(tx, community, { petitionId, about: "reach_threshold" });
}

async function readCounted(
  tx: Transaction,
  community: Community,
  petitionIds: readonly string[],
): Promise<Counted[]> {
  return await tx
    .select({ id: petition.id, rules: petition.rules, total: petitionCount.signatures })
    .from(petition)
    .innerJoin(
      petitionCount,
      and(eq(petitionCount.communityId, petition.communityId), eq(petitionCount.petitionId, petition.id)),
    )
    .where(
      and(
        eq(petition.communityId, community.id),
        inArray(petition.id, [...petitionIds]),
        inArray(petition.state, ["open", "closed"]),
      ),
    );
}

async function readDistricts(tx: Transaction, community: Community, counted: readonly Counted[]) {
  const needed = counted.filter(({ rules }) => rules.thresholds.some(({ areas }) => areas.length > 0));
  const byPetition = new Map<string, Map<string, number>>();
  if (needed.length === 0) return byPetition;
  const { petitionId, cell, signatures, cut, communityId } = petitionCountCell;
  const rows = await tx
    .select({ petitionId, cell, signatures })
    .from(petitionCountCell)
    .where(
      and(
        eq(communityId, community.id),
        eq(cut, "district"),
        inArray(
          petitionId,
          needed.map(({ id }) => id),
        ),
      ),
    );
  for (const row of rows) {
    const districts = byPetition.get(row.petitionId) ?? new Map<string, number>();
    byPetition.set(row.petitionId, districts.set(row.cell, row.signatures));
  }
  return byPetition;
}

async function readFacts(tx: Transaction, community: Community, counted: readonly Counted[]) {
  const rows = await tx
    .select({ petitionId: thresholdFact.petitionId, threshold: thresholdFact.threshold })
    .from(thresholdFact)
    .where(
      and(
        eq(thresholdFact.communityId, community.id),
        inArray(
          thresholdFact.petitionId,
          counted.map(({ id }) => id),
        ),
      ),
    );
  const known = new Map<string, Set<number>>();
  for (const { petitionId, threshold } of rows)
    known.set(petitionId, (known.get(petitionId) ?? new Set<number>()).add(threshold));
  return known;
}
