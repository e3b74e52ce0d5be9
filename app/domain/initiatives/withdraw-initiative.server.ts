import type { Community } from "~/domain/communities/community";
import { transaction } from "~/platform/database.server";
import type { Outcome } from "~/shared/outcome";
import type { InitiativeState } from "./initiative";
import type { Author } from "./policy";
import { recordStep } from "./record-step.server";

/** The author takes the initiative back, with a public reason; only before it stands on a ballot. */
export async function withdrawInitiative(
  community: Community,
  { initiativeId, actorId }: Author,
  { note }: { note: string },
): Promise<Outcome<{ number: number; state: InitiativeState }, "wrong_state">> {
  return await transaction((tx) =>
    recordStep(tx, community, { initiativeId, step: "withdraw", actorId, note }),
  );
}
