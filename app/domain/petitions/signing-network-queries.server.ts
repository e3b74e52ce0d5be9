import { and, asc, count, eq } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { isId } from "~/shared/id";
import { type Page, type Paged, paged } from "~/shared/paging";
import { signingLimit, signingNetwork } from "~db/schema/signature-checks";
import type { NamedNetwork } from "./network-lines";

export type ListedNetwork = NamedNetwork & { id: string };

const columns = {
  id: signingNetwork.id,
  network: signingNetwork.network,
  country: signingNetwork.country,
  treatment: signingNetwork.treatment,
  note: signingNetwork.note,
};

/** The networks that staff have named, blocked ones first. */
export async function listSigningNetworks(community: Community, page: Page): Promise<Paged<ListedNetwork>> {
  const own = eq(signingNetwork.communityId, community.id);
  const [rows, [all]] = await Promise.all([
    database()
      .select(columns)
      .from(signingNetwork)
      .where(own)
      .orderBy(asc(signingNetwork.treatment), asc(signingNetwork.network))
      .limit(page.size)
      .offset(page.offset),
    database().select({ total: count() }).from(signingNetwork).where(own),
  ]);
  return paged(rows, all?.total ?? 0, page);
}

export async function findSigningNetwork(community: Community, id: string): Promise<ListedNetwork | null> {
  if (!isId(id)) return null;
  const [found] = await database()
    .select(columns)
    .from(signingNetwork)
    .where(and(eq(signingNetwork.communityId, community.id), eq(signingNetwork.id, id)));
  return found ?? null;
}

/** The limits that staff have set themselves, where they differ from the usual ones or not. */
export async function listSetLimits(community: Community) {
  return await database()
    .select({ scope: signingLimit.scope, most: signingLimit.most, minutes: signingLimit.minutes })
    .from(signingLimit)
    .where(eq(signingLimit.communityId, community.id));
}
