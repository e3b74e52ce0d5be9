import { countMissingVotes } from "~/domain/results/count-missing-votes.server";
import type { JobHandler } from "./handlers.server";

/** After a result became public: how many votes or how much money each unfunded project lacked. */
export const missingVotes: JobHandler = async (community, roundId) => {
  await countMissingVotes(community, roundId);
};
