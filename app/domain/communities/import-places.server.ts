import { eq, sql } from "drizzle-orm";
import { recordAct } from "~/domain/audit/record-act.server";
import { type Transaction, transaction } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { community, district, place } from "~db/schema/communities";
import type { Community } from "./community";
import { foldedText, foldName } from "./fold-name";
import { type PlaceRow, placeKey } from "./place-file";

const CHUNK = 500;

/**
 * Adds and updates names of streets and villages, all or nothing; importing the same again changes nothing,
 * and names that the file does not hold stay. `actorId` is null for the operator at the terminal.
 */
export async function importPlaces(
  community: Community,
  actorId: string | null,
  rows: readonly PlaceRow[],
): Promise<void> {
  await transaction(async (tx) => {
    const districts = await lockDistricts(tx, community);
    const current = await write(
      tx,
      community,
      districts,
      new Map(),
      rows.filter(({ currentName }) => currentName === null),
    );
    await write(
      tx,
      community,
      districts,
      current,
      rows.filter(({ currentName }) => currentName !== null),
    );
    await recordAct(tx, community, {
      act: "places.import",
      actorId,
      subjectKind: "community",
      subjectId: community.id,
      details: { names: rows.length },
    });
  });
}

type Ids = ReadonlyMap<string, string>;

/** Ids by code. Two files at once would wait for each other's names in turn; so the second waits here. */
async function lockDistricts(tx: Transaction, owner: Community): Promise<Ids> {
  await tx
    .select({ id: community.id })
    .from(community)
    .where(eq(community.id, owner.id))
    .for("no key update");
  const rows = await tx
    .select({ id: district.id, code: district.code })
    .from(district)
    .where(eq(district.communityId, owner.id));
  return new Map(rows.map(({ code, id }) => [code, id]));
}

/** @returns the id of each written name by its key */
async function write(
  tx: Transaction,
  owner: Community,
  districts: Ids,
  current: Ids,
  rows: readonly PlaceRow[],
): Promise<Map<string, string>> {
  const codes = new Map([...districts].map(([code, id]) => [id, code]));
  const written = new Map<string, string>();
  for (let start = 0; start < rows.length; start += CHUNK) {
    const values = rows.slice(start, start + CHUNK).map(({ currentName, ...row }) => ({
      communityId: owner.id,
      id: newId(),
      districtId: known(districts, row.district),
      kind: row.kind,
      name: row.name,
      foldedName: row.foldedName,
      validUntil: row.validUntil,
      currentId:
        currentName === null
          ? null
          : known(current, placeKey(row.district, foldedText(foldName(currentName)))),
    }));
    const stored = await tx
      .insert(place)
      .values(values)
      .onConflictDoUpdate({
        target: [place.communityId, place.districtId, place.foldedName],
        set: {
          kind: sql`excluded.kind`,
          name: sql`excluded.name`,
          validUntil: sql`excluded.valid_until`,
          currentId: sql`excluded.current_id`,
        },
      })
      .returning({ id: place.id, districtId: place.districtId, foldedName: place.foldedName });
    for (const { id, districtId, foldedName } of stored)
      written.set(placeKey(codes.get(districtId) ?? "", foldedName), id);
  }
  return written;
}

function known(ids: Ids, key: string): string {
  const id = ids.get(key);
  if (!id) throw new Error("The rows were not checked against the districts of this community.");
  return id;
}
