import { carryOutQuarantine } from "~/domain/petitions/carry-out-quarantine.server";
import type { JobHandler } from "./handlers.server";

/** After a second person has annulled the signatures of a quarantine. */
export const annulSignatures: JobHandler = async (community, quarantineId) => {
  await carryOutQuarantine(community, quarantineId, "annulled");
};
