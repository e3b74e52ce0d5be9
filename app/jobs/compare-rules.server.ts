import { compareResult } from "~/domain/results/compare-result.server";
import type { JobHandler } from "./handlers.server";

/** After a result became public: what other rules would have made of the same ballots. */
export const compareRules: JobHandler = async (community, roundId) => {
  await compareResult(community, roundId);
};
