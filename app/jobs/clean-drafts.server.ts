import { removeStaleDrafts } from "~/domain/initiatives/remove-stale-drafts.server";
import type { JobHandler } from "./handlers.server";

/** Drafts of initiatives that nobody has gone on with for two months. */
export const cleanDrafts: JobHandler = async (community) => {
  await removeStaleDrafts(community);
};
