import { lapsePetitions } from "~/domain/petitions/lapse-petitions.server";
import type { JobHandler } from "./handlers.server";

/** Petitions that did not find their first signatories in time. */
export const lapseAll: JobHandler = async (community) => {
  await lapsePetitions(community);
};
