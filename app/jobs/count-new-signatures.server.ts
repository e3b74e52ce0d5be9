import { listCommunities } from "~/domain/communities/community-queries.server";
import { countSignatures } from "~/domain/petitions/count-signatures.server";
import { listUncounted } from "~/domain/petitions/watermark-queries.server";
import { log } from "~/platform/log.server";
import { takeWorkLease } from "~/platform/work-lease.server";
import type { StepResult } from "./loop.server";

/** Seconds after which a count that found nothing says again that it has looked. */
const SAY_COUNTED_AFTER = 30;

/**
 * A step of the loop that publishes the numbers of signatures: looks in all communities at once and counts where
 * somebody has signed. The lease keeps a second worker from doing the same at the same time; should it run out, the
 * count guards itself.
 */
export function signatureCounter(): () => Promise<StepResult> {
  const leases = new Map<string, string>();
  let isFailing = false;
  return async () => {
    try {
      await countWaiting(leases);
      isFailing = false;
    } catch (err) {
      // Back within a second of the database (F-15), so without the loop's growing pauses; said once.
      if (!isFailing) log.error({ err }, "signatures could not be counted");
      isFailing = true;
    }
    return "idle";
  };
}

async function countWaiting(leases: Map<string, string>): Promise<void> {
  const waiting = new Set(await listUncounted(SAY_COUNTED_AFTER));
  if (waiting.size === 0) return;
  for (const community of await listCommunities()) {
    if (!waiting.has(community.id)) continue;
    const lease = await takeWorkLease(community.id, "count-signatures", leases.get(community.id) ?? null);
    if (!lease) leases.delete(community.id);
    else leases.set(community.id, lease);
    if (lease) await countSignatures(community);
  }
}
