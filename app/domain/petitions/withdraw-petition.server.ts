import type { Community } from "~/domain/communities/community";
import { transaction } from "~/platform/database.server";
import type { Outcome } from "~/shared/outcome";
import type { PetitionAuthor } from "./author";
import type { PetitionState } from "./petition";
import { recordPetitionStep } from "./record-petition-step.server";
import { wipeTime } from "./wipe-time.server";

/** The author takes the petition back, with a public reason; the time until personal data go begins. */
export async function withdrawPetition(
  community: Community,
  { petitionId, actorId }: PetitionAuthor,
  { note }: { note: string },
): Promise<Outcome<{ number: number; state: PetitionState }, "wrong_state">> {
  const set = { wipeAt: wipeTime() };
  return await transaction((tx) =>
    recordPetitionStep(tx, community, { petitionId, step: "withdraw", actorId, note, set }),
  );
}
