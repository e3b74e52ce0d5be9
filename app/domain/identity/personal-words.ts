import type { Community } from "~/domain/communities/community";

/** What somebody who knows the person would try first as a password. */
export function personalWords(
  { name, email }: { name: string; email: string },
  community: Community,
): string[] {
  return [name, email, community.slug, ...Object.values(community.name)];
}
