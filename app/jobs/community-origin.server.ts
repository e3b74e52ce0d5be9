import type { Community } from "~/domain/communities/community";
import { listCommunities } from "~/domain/communities/community-queries.server";
import { readEnvironment } from "~/platform/env.server";

/** Scheme and host of a community for links in letters: its own host, else by its place in the install. */
export async function communityOrigin({ id }: Community): Promise<string> {
  const { protocol, host: base } = new URL(readEnvironment().origin);
  const communities = await listCommunities();
  const place = communities.findIndex((each) => each.id === id);
  const found = communities[place];
  const host = found?.host ?? (place === 0 ? base : `${found?.slug}.${base}`);
  return `${protocol}//${host}`;
}
