import { and, count, desc, eq, isNotNull, isNull, ne, not, or, type SQL, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { type Page, type Paged, paged } from "~/shared/paging";
import { prefixQuery, searchWords } from "~/shared/search-words";
import { district } from "~db/schema/communities";
import { initiative, initiativePhoto, initiativeVersion } from "~db/schema/initiatives";
import { round } from "~db/schema/prioritisation";
import type { Theme } from "./initiative";
import { type InitiativeFilter, type InitiativeSort, WHOLE_COMMUNITY } from "./initiative-filter";
import { currentVersion, textIsHidden } from "./initiative-queries.server";

/** Points that one map shows at most (SC-11). */
const MOST_POINTS = 500;
const SUMMARY_LENGTH = 240;

const row = {
  id: initiative.id,
  number: initiative.number,
  title: initiative.title,
  language: initiativeVersion.language,
  state: initiative.state,
  theme: sql<Theme>`${initiative.theme}`,
  district: { code: district.code, name: district.name },
  summary: sql<string>`left(${initiativeVersion.proposal}, ${SUMMARY_LENGTH})`,
  costGuess: initiativeVersion.costGuess,
  submittedAt: initiative.submittedAt,
};

/** Initiatives whose text may be read, filtered, sorted and counted, one page of them. */
export async function listInitiatives(community: Community, filter: Partial<InitiativeFilter>, page: Page) {
  const wanted = conditions(community, filter);
  const [total] = await database()
    .select({ initiatives: count() })
    .from(initiative)
    .innerJoin(round, sameRound)
    .leftJoin(district, sameDistrict)
    .where(wanted);
  const rows = await database()
    .select(row)
    .from(initiative)
    .innerJoin(round, sameRound)
    .innerJoin(initiativeVersion, currentVersion)
    .leftJoin(district, sameDistrict)
    .where(wanted)
    .orderBy(...order(filter))
    .limit(page.size)
    .offset(page.offset);
  return paged(rows, total?.initiatives ?? 0, page) satisfies Paged<unknown>;
}

export type InitiativeRow = Awaited<ReturnType<typeof listInitiatives>>["rows"][number];

/** The places of the filtered initiatives that have a point, for the map. */
export async function listInitiativePoints(community: Community, filter: Partial<InitiativeFilter>) {
  return await database()
    .select({
      number: initiative.number,
      title: initiative.title,
      latitude: sql<number>`${initiativeVersion.latitude}`,
      longitude: sql<number>`${initiativeVersion.longitude}`,
    })
    .from(initiative)
    .innerJoin(round, sameRound)
    .innerJoin(initiativeVersion, currentVersion)
    .leftJoin(district, sameDistrict)
    .where(
      and(
        conditions(community, filter),
        isNotNull(initiativeVersion.latitude),
        isNotNull(initiativeVersion.longitude),
      ),
    )
    .orderBy(...order(filter))
    .limit(MOST_POINTS);
}

/** Up to five initiatives that share at least half of the telling words of a title, or look much like it. */
export async function listSimilar(community: Community, title: string): Promise<InitiativeRow[]> {
  const { folded, groups } = searchWords(title);
  if (groups.length === 0) return [];
  const words = sql`to_tsvector('simple', ${initiative.searchText})`;
  const hits = groups.map(
    (group) => sql`(${words} @@ to_tsquery('simple', ${prefixQuery([group], "|")}))::integer`,
  );
  const shared = sql`(${sql.join(hits, sql` + `)})`;
  const alike = sql`word_similarity(${folded}, left(${initiative.searchText}, 200))`;
  return await database()
    .select(row)
    .from(initiative)
    .innerJoin(initiativeVersion, currentVersion)
    .leftJoin(district, sameDistrict)
    .where(
      and(
        eq(initiative.communityId, community.id),
        ne(initiative.state, "withdrawn"),
        not(textIsHidden),
        or(
          sql`${words} @@ to_tsquery('simple', ${prefixQuery(groups, "|")})`,
          sql`${folded} <% ${initiative.searchText}`,
        ),
        or(sql`${shared} * 2 >= ${groups.length}`, sql`${alike} > 0.5`),
      ),
    )
    .orderBy(desc(sql`${shared}::real / ${groups.length} + ${alike}`), desc(initiative.number))
    .limit(5);
}

const sameRound = and(eq(round.communityId, initiative.communityId), eq(round.id, initiative.roundId));
const sameDistrict = and(
  eq(district.communityId, initiative.communityId),
  eq(district.id, initiative.districtId),
);

function conditions(community: Community, filter: Partial<InitiativeFilter>): SQL | undefined {
  const { district: area, theme, state, round: slug, words } = filter;
  return and(
    eq(initiative.communityId, community.id),
    not(textIsHidden),
    area === WHOLE_COMMUNITY ? isNull(initiative.districtId) : undefined,
    area && area !== WHOLE_COMMUNITY ? eq(district.code, area) : undefined,
    theme ? eq(initiative.theme, theme) : undefined,
    state ? eq(initiative.state, state) : undefined,
    slug ? eq(round.slug, slug) : undefined,
    words ? matches(words) : undefined,
  );
}

/** Ukrainian forms by shared beginnings, Russian ones also by the database's stems, misprints by likeness. */
function matches(typed: string): SQL | undefined {
  const { folded, groups } = searchWords(typed);
  if (groups.length === 0) return sql`false`;
  const number = /^(?:no )?(\d{1,9})$/.exec(folded)?.[1];
  return or(
    number ? eq(initiative.number, Number(number)) : undefined,
    sql`to_tsvector('simple', ${initiative.searchText}) @@ to_tsquery('simple', ${prefixQuery(groups, "&")})`,
    sql`to_tsvector('russian', ${initiative.searchText}) @@ plainto_tsquery('russian', ${folded})`,
    sql`${folded} <% ${initiative.searchText}`,
  );
}

function order({ sort = "newest", words = "" }: Partial<InitiativeFilter>): SQL[] {
  const newest = [desc(initiative.submittedAt), desc(initiative.number)];
  const orders: Record<InitiativeSort, () => SQL[]> = {
    newest: () => newest,
    number: () => [sql`${initiative.number}`],
    complete: () => [desc(completeness), ...newest],
    best: () => [...relevance(words), ...newest],
  };
  return orders[sort]();
}

/** What an author could have left out and has not: cost, point, photos. */
const completeness = sql`((${initiativeVersion.costGuess} is not null)::integer
  + (${initiativeVersion.latitude} is not null)::integer
  + exists (select 1 from ${initiativePhoto} photo where photo.community_id = ${initiative.communityId}
      and photo.initiative_id = ${initiative.id})::integer)`;

function relevance(typed: string): SQL[] {
  const { folded, groups } = searchWords(typed);
  if (groups.length === 0) return [];
  const exact = sql`ts_rank(to_tsvector('simple', ${initiative.searchText}), to_tsquery('simple', ${prefixQuery(groups, "|")}))`;
  return [desc(sql`${exact} + word_similarity(${folded}, left(${initiative.searchText}, 200))`)];
}
