import { and, asc, desc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { type Page, paged } from "~/shared/paging";
import { prefixQuery, searchWords } from "~/shared/search-words";
import { district } from "~db/schema/communities";
import { petition } from "~db/schema/petitions";
import { petitionCount } from "~db/schema/signatures";
import type { RefusalGround } from "./petition";
import {
  type PetitionFilter,
  type PetitionSort,
  type PetitionStanding,
  WHOLE_COMMUNITY,
} from "./petition-filter";
import { petitionProgress } from "./petition-progress";
import { ANSWERED_STATES } from "./response";

const SUMMARY_LENGTH = 240;

const sameDistrict = and(
  eq(district.communityId, petition.communityId),
  eq(district.id, petition.districtId),
);
const sameCount = and(
  eq(petitionCount.communityId, petition.communityId),
  eq(petitionCount.petitionId, petition.id),
);
const published = sql<number>`coalesce(${petitionCount.signatures}, 0)::int`;
const isAnswered = sql<boolean>`exists (select 1 from petition_answer a
  where a.community_id = ${petition.communityId} and a.petition_id = ${petition.id})`;
const hasReached = sql`exists (select 1 from threshold_fact f
  where f.community_id = ${petition.communityId} and f.petition_id = ${petition.id})`;
/** The newest coded ground: of a refusal, or of hiding the text. */
const ground = sql<RefusalGround | null>`(select e.ground from petition_event e
  where e.community_id = ${petition.communityId} and e.petition_id = ${petition.id} and e.ground is not null
  order by e.created_at desc limit 1)`;

const row = {
  id: petition.id,
  number: petition.number,
  state: petition.state,
  title: petition.title,
  summary: sql<string>`left(${petition.demand}, ${SUMMARY_LENGTH})`,
  language: petition.language,
  district: { code: district.code, name: district.name },
  rules: petition.rules,
  signatures: published,
  isAnswered,
  ground,
  reached: sql<string>`coalesce((select string_agg(f.threshold::text, ',') from threshold_fact f
    where f.community_id = ${petition.communityId} and f.petition_id = ${petition.id}), '')`,
  isHidden: sql<boolean>`${petition.hiddenAt} is not null`,
  openedAt: petition.openedAt,
  closesAt: petition.closesAt,
  since: sql<Date>`coalesce(${petition.openedAt}, ${petition.createdAt})`.mapWith(petition.createdAt),
};

const PUBLIC = or(
  inArray(petition.state, ["open", "closed", "refused", "stopped"]),
  and(eq(petition.state, "withdrawn"), isNotNull(petition.openedAt)),
);

const standing: Record<PetitionStanding, SQL | undefined> = {
  open: and(eq(petition.state, "open"), sql`${petition.closesAt} > clock_timestamp()`),
  waiting: and(inArray(petition.state, [...ANSWERED_STATES]), hasReached, sql`not ${isAnswered}`),
  answered: isAnswered,
  closed: or(
    inArray(petition.state, ["closed", "stopped", "withdrawn"]),
    and(eq(petition.state, "open"), sql`${petition.closesAt} <= clock_timestamp()`),
  ),
  refused: eq(petition.state, "refused"),
  all: undefined,
};

/** Public petitions, filtered, sorted and counted, one page of them; of a hidden one only the number and the ground. */
export async function listPetitions(community: Community, filter: PetitionFilter, page: Page) {
  const totals = await countStandings(community, filter);
  const found = await everyRow()
    .where(and(conditions(community, filter), standing[filter.standing]))
    .orderBy(...order(filter))
    .limit(page.size)
    .offset(page.offset);
  return { ...paged(found.map(shown), totals[filter.standing], page), totals };
}

export type PetitionRow = ReturnType<typeof shown>;

/** Open petitions, the soonest to close first. */
export async function listOpenPetitions(community: Community, limit: number): Promise<PetitionRow[]> {
  const found = await everyRow()
    .where(and(eq(petition.communityId, community.id), isNull(petition.hiddenAt), standing.open))
    .orderBy(asc(petition.closesAt), asc(petition.number))
    .limit(limit);
  return found.map(shown);
}

function everyRow() {
  return database()
    .select(row)
    .from(petition)
    .leftJoin(district, sameDistrict)
    .leftJoin(petitionCount, sameCount);
}

type Found = Awaited<ReturnType<typeof everyRow>>[number];

function shown({ id: _, title, summary, rules, reached, isHidden, ...rest }: Found) {
  const places = reached === "" ? [] : reached.split(",").map(Number);
  return {
    ...rest,
    title: isHidden ? null : title,
    summary: isHidden ? "" : summary,
    hasReached: places.length > 0,
    progress: petitionProgress(rules.thresholds, rest.signatures, places, rest.state !== "open"),
  };
}

/** How many petitions of each standing the other filters leave. */
async function countStandings(
  community: Community,
  filter: PetitionFilter,
): Promise<Record<PetitionStanding, number>> {
  const counted = (each: PetitionStanding) =>
    sql<number>`count(*) filter (where ${standing[each] ?? sql`true`})::int`;
  const [totals] = await database()
    .select({
      open: counted("open"),
      waiting: counted("waiting"),
      answered: counted("answered"),
      closed: counted("closed"),
      refused: counted("refused"),
      all: counted("all"),
    })
    .from(petition)
    .leftJoin(district, sameDistrict)
    .where(conditions(community, filter));
  return totals ?? { open: 0, waiting: 0, answered: 0, closed: 0, refused: 0, all: 0 };
}

function conditions(community: Community, { district: area, words }: PetitionFilter): SQL | undefined {
  return and(
    eq(petition.communityId, community.id),
    PUBLIC,
    area === WHOLE_COMMUNITY ? isNull(petition.districtId) : undefined,
    area && area !== WHOLE_COMMUNITY ? eq(district.code, area) : undefined,
    words ? and(isNull(petition.hiddenAt), matches(words)) : undefined,
  );
}

/** Ukrainian forms by shared beginnings, Russian ones also by the database's stems, misprints by likeness. */
function matches(typed: string): SQL | undefined {
  const { folded, groups } = searchWords(typed);
  if (groups.length === 0) return sql`false`;
  const number = /^(?:no )?(\d{1,9})$/.exec(folded)?.[1];
  return or(
    number ? eq(petition.number, Number(number)) : undefined,
    sql`to_tsvector('simple', ${petition.searchText}) @@ to_tsquery('simple', ${prefixQuery(groups, "&")})`,
    sql`to_tsvector('russian', ${petition.searchText}) @@ plainto_tsquery('russian', ${folded})`,
    sql`${folded} <% ${petition.searchText}`,
  );
}

function order({ sort, words }: PetitionFilter): SQL[] {
  const newest = [desc(row.since), desc(petition.number)];
  const orders: Record<PetitionSort, () => SQL[]> = {
    newest: () => newest,
    signatures: () => [desc(published), ...newest],
    closing: () => [asc(petition.closesAt), ...newest],
    best: () => [...relevance(words), ...newest],
  };
  return orders[sort]();
}

function relevance(typed: string): SQL[] {
  const { folded, groups } = searchWords(typed);
  if (groups.length === 0) return [];
  const exact = sql`ts_rank(to_tsvector('simple', ${petition.searchText}), to_tsquery('simple', ${prefixQuery(groups, "|")}))`;
  return [desc(sql`${exact} + word_similarity(${folded}, left(${petition.searchText}, 200))`)];
}
