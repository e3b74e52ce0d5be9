import { createHmac } from "node:crypto";
import type { Community } from "~/domain/communities/community";
import { installationSecret, readEnvironment } from "~/platform/env.server";

let secret: string | undefined;

/**
 * The secret of the link by which a follower leaves: the same in every letter, and never stored. It opens nothing
 * else: its words are its own, and only the table of followers knows its hash.
 */
export function leaveToken(community: Community, followerId: string): string {
  secret ??= installationSecret(readEnvironment());
  const text = `petition-leave\0${community.id}\0${followerId}`;
  return createHmac("sha256", secret).update(text).digest("hex").slice(0, 40);
}
