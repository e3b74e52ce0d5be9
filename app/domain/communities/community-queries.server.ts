import { asc, eq } from "drizzle-orm";
import { database } from "~/platform/database.server";
import { community, district } from "~db/schema/communities";
import type { Community, District } from "./community";

const columns = {
  id: community.id,
  slug: community.slug,
  host: community.host,
  name: community.name,
  zone: community.zone,
  currency: community.currency,
  languages: community.languages,
  brandColour: community.brandColour,
  demoSince: community.demo,
};

/** Every community of this install with its own host name, oldest first; the oldest answers on the install's address. */
export async function listCommunities(): Promise<(Community & { host: string | null })[]> {
  const rows = await database()
    .select(columns)
    .from(community)
    .orderBy(asc(community.createdAt), asc(community.id));
  return rows.map(({ demoSince, ...rest }) => ({ ...rest, demo: demoSince !== null }));
}

export async function listDistricts(owner: Community): Promise<District[]> {
  return await database()
    .select({ id: district.id, code: district.code, name: district.name, population: district.population })
    .from(district)
    .where(eq(district.communityId, owner.id))
    .orderBy(asc(district.code));
}
