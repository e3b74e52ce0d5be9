import { removeUnconfirmed } from "~/domain/petitions/remove-unconfirmed.server";
import { listPetitionsToWipe } from "~/domain/petitions/retention-queries.server";
import { wipePetition } from "~/domain/petitions/wipe-petition.server";
import type { JobHandler } from "./handlers.server";

/** Personal data of petitions whose retention has ended, and requests to sign that nobody confirmed. */
export const wipePetitions: JobHandler = async (community) => {
  await removeUnconfirmed(community);
  for (const petitionId of await listPetitionsToWipe(community)) await wipePetition(community, petitionId);
};
