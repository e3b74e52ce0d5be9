import { removeStaleDrafts } from "~/domain/initiatives/remove-stale-drafts.server";
import { removeStalePetitionDrafts } from "~/domain/petitions/remove-stale-petition-drafts.server";
import type { JobHandler } from "./handlers.server";

/** Drafts of initiatives and petitions that nobody has gone on with for two months. */
export const cleanDrafts: JobHandler = async (community) => {
  await removeStaleDrafts(community);
  await removeStalePetitionDrafts(community);
};
