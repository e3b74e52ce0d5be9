import { closePetition } from "~/domain/petitions/close-petition.server";
import type { JobHandler } from "./handlers.server";

/** At the end of a petition's term, queued when it was opened. */
export const closeDuePetition: JobHandler = async (community, petitionId) => {
  const closed = await closePetition(community, petitionId);
  // The term was set anew after a review: that has queued this job anew.
  if (!closed.done && closed.reason !== "not_due")
    throw new Error(`The petition cannot be closed: ${closed.reason}.`);
};
