import { removeStaleIdentity } from "~/domain/identity/remove-stale-identity.server";
import type { JobHandler } from "./handlers.server";

/** Ended sessions, used links, forgotten browsers, old counts of attempts and sign-ups nobody confirmed. */
export const cleanIdentity: JobHandler = async (community) => {
  await removeStaleIdentity(community);
};
