import { lte, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import type { Clerk } from "~/domain/identity/viewer";
import { transaction } from "~/platform/database.server";
import type { Outcome } from "~/shared/outcome";
import { petitionDebate } from "~db/schema/petitions";
import { type EndRefusal, endDebate } from "./end-debate.server";

type Held = { petitionId: string; debateId: string; minutesAddress: string };

/** Records that a debate took place, from its hour on by the database's clock. */
export async function holdDebate(
  community: Community,
  clerk: Clerk,
  { petitionId, debateId, minutesAddress }: Held,
): Promise<Outcome<undefined, EndRefusal>> {
  const now = sql`clock_timestamp()`;
  return await transaction((tx) =>
    endDebate(tx, community, clerk, {
      ...{ petitionId, debateId, step: "hold_debate", note: "" },
      set: { heldAt: now, minutesAddress },
      where: lte(petitionDebate.scheduledFor, now),
    }),
  );
}
