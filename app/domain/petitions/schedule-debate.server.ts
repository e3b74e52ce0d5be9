import { sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Clerk } from "~/domain/identity/viewer";
import { transaction } from "~/platform/database.server";
import { newId } from "~/shared/id";
import { done, type Outcome, refused } from "~/shared/outcome";
import { petitionDebate } from "~db/schema/petitions";
import { lockAnswered } from "./lock-answered.server";
import { queueMailing } from "./queue-mailing.server";
import { recordPetitionStep } from "./record-petition-step.server";
import { listDebates } from "./response-queries.server";

type Scheduling = {
  petitionId: string;
  scheduledFor: Date;
  place: string;
  /** Page of the meeting or link to join it; empty where there is none. */
  meetingAddress: string;
  /** Why an earlier date was given up, for everybody to read. */
  note: string;
  /** The debate the clerk saw as the newest, if any. */
  seen: string | null;
};

export type ScheduleRefusal = "not_answered_state" | "changed_meanwhile" | "held_already" | "past";

/**
 * Sets a debate, or sets it anew: an earlier date stays in the history. A debate is announced before it takes place,
 * by the database's clock. Sent twice it is set once: the second no longer saw the newest.
 */
export async function scheduleDebate(
  community: Community,
  clerk: Clerk,
  { petitionId, scheduledFor, place, meetingAddress, note, seen }: Scheduling,
): Promise<Outcome<undefined, ScheduleRefusal>> {
  return await transaction(async (tx) => {
    if (!(await lockAnswered(tx, community, petitionId))) return refused("not_answered_state");
    const [newest] = await listDebates(community, petitionId, tx);
    if (newest?.heldAt) return refused("held_already");
    if ((newest?.id ?? null) !== seen) return refused("changed_meanwhile");
    const time = sql`${scheduledFor.toISOString()}::timestamptz`;
    const [clock] = await tx.execute<{ ahead: boolean }>(sql`select ${time} > clock_timestamp() as ahead`);
    if (!clock?.ahead) return refused("past");
    const row = { communityId: community.id, id: newId(), petitionId, scheduledFor, place, meetingAddress };
    await tx.insert(petitionDebate).values({ ...row, madeBy: clerk.id });
    const step = "schedule_debate";
    await recordPetitionStep(tx, community, { petitionId, step, actorId: clerk.id, note });
    await queueMailing(tx, community, { petitionId, about: step });
    return done();
  });
}
