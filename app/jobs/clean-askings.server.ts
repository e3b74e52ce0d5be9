import { removeStaleAskings } from "~/domain/petitions/remove-stale-askings.server";
import type { JobHandler } from "./handlers.server";

/** Signatures asked for by mail that nobody has confirmed. */
export const cleanAskings: JobHandler = async (community) => {
  await removeStaleAskings(community);
};
