import { sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { forgiveAttempts } from "~/domain/identity/attempt-limit.server";
import { database, repeatable } from "~/platform/database.server";
import { groupCommit } from "~/platform/group-commit.server";
import { findSigningGate } from "./signing-gate-queries.server";
import { limitKey } from "./signing-limits";
import type { Asking } from "./signing-queries.server";

const settle = groupCommit<Community, Asking, undefined>(settleAll);

/**
 * After the signature, so that no link is marked that gave none. The mailbox has proved itself: its letter counts no
 * more. Two presses at once may take two off; only the mailbox itself can do that.
 */
export function settleAsking(community: Community, asking: Asking): Promise<undefined> {
  return settle(community, asking);
}

async function settleAll(community: Community, askings: readonly Asking[]): Promise<undefined[]> {
  const { limits } = await findSigningGate(community, "");
  const tokens = JSON.stringify(askings.map(({ tokenHash }) => tokenHash));
  const keys = askings.map(({ signerKey }) => limitKey("mailbox", signerKey));
  await Promise.all([
    repeatable(() =>
      database().execute(sql`
        update pending_signature p set confirmed_at = clock_timestamp()
        where p.community_id = ${community.id}::uuid and p.confirmed_at is null
          and p.token_hash in (select jsonb_array_elements_text(${tokens}::jsonb))`),
    ),
    limits.mailbox && forgiveAttempts(community, limits.mailbox, keys),
  ]);
  return askings.map(() => undefined);
}
