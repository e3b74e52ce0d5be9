import type { Community } from "~/domain/communities/community";
import type { Transaction } from "~/platform/database.server";
import { queueJob } from "~/platform/job-queue.server";
import { stageOf } from "./calendar";
import type { RoundRecord } from "./round-record";

/** Queues what the calendar makes happen by itself: opening the vote, closing and counting it, the day of the result. */
export async function scheduleRound(
  tx: Transaction,
  community: Community,
  { id, stages, lockedAt, closedAt }: Pick<RoundRecord, "id" | "stages" | "lockedAt" | "closedAt">,
): Promise<void> {
  const voting = stageOf(stages, "voting");
  if (!voting) return;
  if (!lockedAt)
    await queueJob(tx, community.id, { kind: "open-voting", subject: id, runAt: voting.opensAt });
  if (!closedAt)
    await queueJob(tx, community.id, { kind: "close-and-count", subject: id, runAt: voting.closesAt });
  // Counting queues the publishing; here only a day of the result that is moved afterwards is followed.
  const result = stageOf(stages, "result");
  if (closedAt && result)
    await queueJob(tx, community.id, { kind: "publish-result", subject: id, runAt: result.opensAt });
}
