import type { Community } from "~/domain/communities/community";
import type { Transaction } from "~/platform/database.server";
import { queueJob } from "~/platform/job-queue.server";
import { newId } from "~/shared/id";
import { petitionMailing } from "~db/schema/petitions";
import type { PetitionStep } from "./petition";

/** Queues a letter to everybody who follows a petition, in the transaction of the step it tells of. */
export async function queueMailing(
  tx: Transaction,
  community: Community,
  { petitionId, about }: { petitionId: string; about: PetitionStep },
): Promise<void> {
  const id = newId();
  await tx.insert(petitionMailing).values({ communityId: community.id, id, petitionId, about, origin: "" });
  await queueJob(tx, community.id, { kind: "petition-mailing", subject: id });
}
