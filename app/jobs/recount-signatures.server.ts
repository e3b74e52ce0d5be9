import { recountSignatures } from "~/domain/petitions/recount-signatures.server";
import type { JobHandler } from "./handlers.server";

/** Once a day: whether every published number of signatures is the true one (SC-5). */
export const recountAll: JobHandler = async (community) => {
  await recountSignatures(community);
};
