import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { database } from "~/platform/database.server";
import { district, place } from "~db/schema/communities";
import type { Community, LocalText } from "./community";
import { type FoldedName, foldName, searchedNames } from "./fold-name";
import type { PlaceKind } from "./place-file";
import { bestMatches, LEAST_SIMILARITY, type Match } from "./place-match";

/** Longest name searched for; the rest of a longer one is left out. */
const MAX_TYPED = 100;
const MAX_CANDIDATES = 80;
const MAX_FOUND = 20;

export type FoundPlace = {
  name: string;
  kind: PlaceKind;
  match: Match;
  /** Until when a former name was valid: a year, month or day. */
  validUntil: string | null;
  /** The present name, when this one is a former or another name. */
  currentName: string | null;
  district: { code: string; name: LocalText };
};

/** Streets and villages that the typed text may mean, best first; empty when none is like it. */
export async function findPlaces(owner: Community, typed: string): Promise<FoundPlace[]> {
  const searched = searchedNames(typed.slice(0, MAX_TYPED)).filter(({ bare }) => bare.length > 1);
  // Likeness is dear to compute for every name, and asked for only when no name has the letters themselves.
  for (const condition of [hasLetters, isLike]) {
    for (const name of searched) {
      const found = await search(owner, name, condition(name));
      if (found.length > 0) return found;
    }
  }
  return [];
}

function hasLetters({ bare }: FoldedName): SQL {
  return sql`(p.folded_name like ${`${bare}%`} or p.folded_name like ${`% ${bare}%`})`;
}

function isLike({ bare }: FoldedName): SQL {
  return sql`word_similarity(${bare}, p.folded_name) >= ${LEAST_SIMILARITY}`;
}

type Row = {
  placeId: string;
  name: string;
  kind: PlaceKind;
  validUntil: string | null;
  currentName: string | null;
  code: string;
  districtName: LocalText;
  similarity: number;
};

async function search(owner: Community, searched: FoldedName, condition: SQL): Promise<FoundPlace[]> {
  const rows = await candidates(owner, searched.bare, condition);
  const found = bestMatches(
    rows.map((row) => ({ ...row, ...foldName(row.name), similarity: Number(row.similarity) })),
    searched,
  );
  const seen = new Set<string>();
  const places = found.flatMap(
    ({ placeId, name, kind, match, validUntil, currentName, code, districtName }) => {
      // A street found by its present and by a former name is one street.
      if (seen.has(placeId)) return [];
      seen.add(placeId);
      return [{ name, kind, match, validUntil, currentName, district: { code, name: districtName } }];
    },
  );
  return places.slice(0, MAX_FOUND);
}

async function candidates(owner: Community, bare: string, condition: SQL): Promise<Row[]> {
  const rows = await database().execute(sql`
    select coalesce(p.current_id, p.id) as "placeId", p.name, p.kind, p.valid_until as "validUntil",
      present.name as "currentName", d.code, d.name as "districtName",
      word_similarity(${bare}, p.folded_name) as similarity
    from ${place} p
    join ${district} d on d.community_id = p.community_id and d.id = p.district_id
    left join ${place} present on present.community_id = p.community_id and present.id = p.current_id
    where p.community_id = ${owner.id} and ${condition}
    order by similarity desc, p.current_id is not null, length(p.folded_name), p.folded_name
    limit ${MAX_CANDIDATES}`);
  return rows as unknown as Row[];
}

/** A street or village of the community, to show what may be typed. */
export async function findExamplePlace(owner: Community): Promise<string | null> {
  const [found] = await database()
    .select({ name: place.name })
    .from(place)
    .where(and(eq(place.communityId, owner.id), isNull(place.currentId), isNull(place.validUntil)))
    .orderBy(asc(place.createdAt), asc(place.id))
    .limit(1);
  return found?.name ?? null;
}

export async function countPlaces(owner: Community): Promise<number> {
  return await database().$count(place, eq(place.communityId, owner.id));
}
