import { and, desc, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { prefixQuery, searchWords } from "~/shared/search-words";
import { district } from "~db/schema/communities";
import { petition, petitionAnswer, petitionEvent } from "~db/schema/petitions";
import { petitionCount } from "~db/schema/signatures";
import type { RefusalGround } from "./petition";

export type SimilarPetition = Awaited<ReturnType<typeof listSimilarPetitions>>[number];

/**
 * Up to five public petitions, refused ones too, that share at least half of the telling words of a title or look
 * much like it: open ones first, since they can be signed instead.
 */
export async function listSimilarPetitions(
  community: Community,
  title: string,
  { except }: { except?: string | undefined } = {},
) {
  const { folded, groups } = searchWords(title);
  if (groups.length === 0) return [];
  const words = sql`to_tsvector('simple', ${petition.searchText})`;
  const hits = groups.map(
    (group) => sql`(${words} @@ to_tsquery('simple', ${prefixQuery([group], "|")}))::integer`,
  );
  const shared = sql`(${sql.join(hits, sql` + `)})`;
  const alike = sql`word_similarity(${folded}, left(${petition.searchText}, 200))`;
  const found = await database()
    .select(row)
    .from(petition)
    .leftJoin(
      district,
      and(eq(district.communityId, petition.communityId), eq(district.id, petition.districtId)),
    )
    .leftJoin(
      petitionCount,
      and(eq(petitionCount.communityId, petition.communityId), eq(petitionCount.petitionId, petition.id)),
    )
    .where(
      and(
        eq(petition.communityId, community.id),
        inArray(petition.state, ["open", "closed", "refused"]),
        isNull(petition.hiddenAt),
        except ? ne(petition.id, except) : undefined,
        or(
          sql`${words} @@ to_tsquery('simple', ${prefixQuery(groups, "|")})`,
          sql`${folded} <% ${petition.searchText}`,
        ),
        or(sql`${shared} * 2 >= ${groups.length}`, sql`${alike} > 0.5`),
      ),
    )
    .orderBy(desc(sql`${shared}::real / ${groups.length} + ${alike}`), desc(petition.number))
    .limit(5);
  const isOpen = ({ state }: (typeof found)[number]) => Number(state === "open");
  return found.sort((one, other) => isOpen(other) - isOpen(one));
}

const answered = sql<boolean>`exists (select 1 from ${petitionAnswer} given
  where given.community_id = ${petition.communityId} and given.petition_id = ${petition.id})`;

const ground = sql<RefusalGround | null>`(select refusal.ground from ${petitionEvent} refusal
  where refusal.community_id = ${petition.communityId} and refusal.petition_id = ${petition.id}
    and refusal.step = 'refuse' order by refusal.created_at desc limit 1)`;

const row = {
  id: petition.id,
  number: petition.number,
  title: petition.title,
  language: petition.language,
  state: petition.state,
  district: { name: district.name },
  signatures: petitionCount.signatures,
  closesAt: petition.closesAt,
  answered,
  ground,
};
