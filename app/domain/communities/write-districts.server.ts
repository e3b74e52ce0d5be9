import { and, asc, eq, sql } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import type { Transaction } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { community, district } from "~db/schema/communities";
import type { Community } from "./community";
import { countChanges, districtChanges } from "./district-changes";
import type { DistrictFeature } from "./district-file";
import { listStandingDistricts } from "./district-queries.server";
import { drawOutlines } from "./outline";

export type DistrictCounts = ReturnType<typeof countChanges>;

/**
 * Adds and updates districts by code inside the caller's transaction, redraws all outlines together and
 * records the act. `actorId` is null for the operator at the terminal.
 */
export async function writeDistricts(
  tx: Transaction,
  owner: Community,
  actorId: string | null,
  features: readonly DistrictFeature[],
): Promise<DistrictCounts> {
  // Two files at once would each add the same new district.
  await tx
    .select({ id: community.id })
    .from(community)
    .where(eq(community.id, owner.id))
    .for("no key update");
  const changes = districtChanges(await listStandingDistricts(owner, tx), features);
  for (const { feature, change, id } of changes.planned) {
    const { name, population, shape, code } = feature;
    if (change === "added") {
      await tx.insert(district).values({ communityId: owner.id, id: newId(), code, name, population, shape });
    } else if (change === "changed" && id) {
      await tx
        .update(district)
        .set({ name, population, shape })
        .where(and(eq(district.communityId, owner.id), eq(district.id, id)));
    }
  }
  const counts = countChanges(changes);
  if (counts.added + counts.changed === 0) return counts;
  await redraw(tx, owner);
  await recordAct(tx, owner, {
    act: "districts.import",
    actorId,
    subjectKind: "community",
    subjectId: owner.id,
    details: counts,
  });
  return counts;
}

async function redraw(tx: Transaction, owner: Community): Promise<void> {
  const shapes = await tx
    .select({ id: district.id, shape: district.shape })
    .from(district)
    .where(and(eq(district.communityId, owner.id), sql`${district.shape} is not null`))
    .orderBy(asc(district.code));
  const outlines = drawOutlines(shapes.flatMap(({ shape }) => shape ?? []));
  for (const [index, { id }] of shapes.entries()) {
    await tx
      .update(district)
      .set({ outline: outlines[index] ?? null })
      .where(and(eq(district.communityId, owner.id), eq(district.id, id)));
  }
}
