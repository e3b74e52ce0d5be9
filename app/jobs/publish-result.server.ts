import { publishResult } from "~/domain/results/publish-result.server";
import { communityOrigin } from "./community-origin.server";
import type { JobHandler } from "./handlers.server";

/** On the day of the result: makes it public and writes to the authors. Too early, the change queues it anew. */
export const publishCounted: JobHandler = async (community, roundId) => {
  const published = await publishResult(community, roundId, await communityOrigin(community));
  if (!published.done && published.reason !== "not_due") {
    throw new Error(`The result cannot be published: ${published.reason}.`);
  }
};
