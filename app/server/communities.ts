import type { Community } from "~/domain/communities/community";
import { listCommunities } from "~/domain/communities/community-queries.server";

const REFRESH_MS = 5_000;

export type FindCommunity = (host: string) => Promise<{ community: Community; origin: string } | null>;

/**
 * Tenant by host name: the oldest community on the install's own address, each by `<slug>.<address>` or by
 * its own host. A host outside this list is nobody's (C-3). The list is read again every few seconds.
 */
export function communityFinder(installOrigin: string): FindCommunity {
  const { protocol, host: base } = new URL(installOrigin);
  let known = new Map<string, Community>();
  let readAt = 0;
  let reading: Promise<void> | null = null;

  async function read(): Promise<void> {
    const communities = await listCommunities();
    const next = new Map<string, Community>();
    for (const [index, { host, ...community }] of communities.entries()) {
      if (index === 0) next.set(base, community);
      next.set(`${community.slug}.${base}`, community);
      if (host) next.set(host, community);
    }
    known = next;
    readAt = Date.now();
  }

  return async (host) => {
    if (Date.now() - readAt > REFRESH_MS) {
      reading ??= read().finally(() => {
        reading = null;
      });
      // While the database is being restarted the list of a moment ago will do (F-1).
      await reading.catch((error: unknown) => {
        if (!known.has(host.toLowerCase())) throw error;
      });
    }
    const community = known.get(host.toLowerCase());
    return community ? { community, origin: `${protocol}//${host.toLowerCase()}` } : null;
  };
}
