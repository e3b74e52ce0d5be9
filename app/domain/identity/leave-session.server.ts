import type { Community } from "~/domain/communities/community";
import { endSession } from "./lucia.server";
import type { Viewer } from "./viewer";

/** Ends the session a request came with, if it had one: at signing out, and before another begins (S-13, S-16). */
export async function leaveSession(
  community: Community,
  viewer: Viewer,
  sessionHash: string | null,
): Promise<void> {
  if (viewer.kind === "person" && sessionHash) await endSession(community, viewer.id, sessionHash);
}
