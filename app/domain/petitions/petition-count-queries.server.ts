import { and, asc, desc, eq, gte, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { petitionCountCell, signatureWatermark } from "~db/schema/signatures";
import type { SignatureChannel } from "./signature";
import type { DayCount, HourCount } from "./signature-series";

const { communityId, petitionId: ofPetition, cut, cell, signatures } = petitionCountCell;

const cellsOf = (community: Community, petitionId: string, wanted: "district" | "channel" | "hour") =>
  and(eq(communityId, community.id), eq(ofPetition, petitionId), eq(cut, wanted));

/** When the counting job last looked; what is published was true then. */
export async function findCountedAt(community: Community): Promise<Date | null> {
  const [mark] = await database()
    .select({ countedAt: signatureWatermark.countedAt })
    .from(signatureWatermark)
    .where(eq(signatureWatermark.communityId, community.id));
  return mark?.countedAt ?? null;
}

/** The published count by district id; `none` are signatures without a district. It adds up to the total. */
export async function listDistrictCounts(community: Community, petitionId: string) {
  return await database()
    .select({ district: cell, signatures })
    .from(petitionCountCell)
    .where(cellsOf(community, petitionId, "district"))
    .orderBy(desc(signatures), asc(cell));
}

export async function listChannelCounts(community: Community, petitionId: string) {
  return await database()
    .select({ channel: sql<SignatureChannel>`${cell}`, signatures })
    .from(petitionCountCell)
    .where(cellsOf(community, petitionId, "channel"));
}

/** The published count by days of the community's zone. */
export async function listDayCounts(community: Community, petitionId: string): Promise<DayCount[]> {
  const day = sql<string>`to_char(${cell}::timestamptz at time zone ${community.zone}, 'YYYY-MM-DD')`;
  return await database()
    .select({ day: sql<string>`${day}`.as("day"), signatures: sql<number>`sum(${signatures})::int` })
    .from(petitionCountCell)
    .where(cellsOf(community, petitionId, "hour"))
    .groupBy(sql`1`)
    .orderBy(sql`1`);
}

/** The published count by hours, oldest first; hours are written so that texts sort like instants. */
export async function listHourCounts(
  community: Community,
  petitionId: string,
  since: Date,
): Promise<HourCount[]> {
  const from = `${since.toISOString().slice(0, 19)}Z`;
  const rows = await database()
    .select({ hour: cell, signatures })
    .from(petitionCountCell)
    .where(and(cellsOf(community, petitionId, "hour"), gte(cell, from)))
    .orderBy(asc(cell));
  return rows.map((row) => ({ hour: new Date(row.hour), signatures: row.signatures }));
}
