import { carryOutQuarantine } from "~/domain/petitions/carry-out-quarantine.server";
import type { JobHandler } from "./handlers.server";

/** After somebody else has taken an annulment back. */
export const putSignaturesBack: JobHandler = async (community, quarantineId) => {
  await carryOutQuarantine(community, quarantineId, "restored");
};
