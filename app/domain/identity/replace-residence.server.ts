import { and, eq, isNull, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Transaction } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { residence } from "~db/schema/identity";
import type { ResidenceBasis } from "./residence";

export type Home = { districtId: string; basis: ResidenceBasis };

/** Ends the present residence of a person and begins another, unless nothing changes; null only ends it. */
export async function replaceResidence(
  tx: Transaction,
  community: Community,
  personId: string,
  home: Home | null,
): Promise<void> {
  const isCurrent = and(
    eq(residence.communityId, community.id),
    eq(residence.personId, personId),
    isNull(residence.validTo),
  );
  const [current] = await tx
    .select({ districtId: residence.districtId, basis: residence.basis })
    .from(residence)
    .where(isCurrent)
    .for("update");
  if (current && current.districtId === home?.districtId && current.basis === home.basis) return;
  await tx.update(residence).set({ validTo: sql`clock_timestamp()` }).where(isCurrent);
  if (home) await tx.insert(residence).values({ ...home, communityId: community.id, id: newId(), personId });
}
