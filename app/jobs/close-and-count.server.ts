import { countRound } from "~/domain/results/count-round.server";
import { closeVoting } from "~/domain/voting/close-voting.server";
import type { JobHandler } from "./handlers.server";

/** At the end of voting: shuts the ballot box and counts it. The result stays hidden until its day. */
export const closeAndCount: JobHandler = async (community, roundId) => {
  const closed = await closeVoting(community, roundId);
  // The end was moved after this job had been queued: the amendment has queued it anew.
  if (!closed.done && closed.reason !== "not_due")
    throw new Error(`The vote cannot be closed: ${closed.reason}.`);
  if (!closed.done) return;
  const counted = await countRound(community, roundId);
  // An administrator enters the value of the draw, which queues this job anew.
  if (!counted.done && counted.reason === "no_draw_value") return;
  if (!counted.done) throw new Error(`The vote cannot be counted: ${counted.reason}.`);
};
