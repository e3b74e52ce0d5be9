import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import type { Outcome } from "~/shared/outcome";
import { done, refused } from "~/shared/outcome";
import { attemptCount } from "~db/schema/identity";

export type AttemptRule = { most: number; minutes: number };

/**
 * Counts one attempt and refuses from the one after `most` within the minutes of the rule on, with the minutes
 * until the next window. The window slides: what is left of the one before counts in part. One statement
 * counts and reads, so parallel attempts are all seen (S-11, S-20).
 * `kind` and `subject` (an account, an address) are kept only as a hash, and only for two days.
 */
export async function countAttempt(
  community: Community,
  rule: AttemptRule,
  ...key: [kind: string, ...subject: string[]]
): Promise<Outcome<undefined, "too_many">> {
  const [row] = await database()
    .insert(attemptCount)
    .values({ communityId: community.id, keyHash: keyHash(key), windowStart: windowStart(rule), attempts: 1 })
    .onConflictDoUpdate({
      target: [attemptCount.communityId, attemptCount.keyHash, attemptCount.windowStart],
      set: { attempts: sql`${attemptCount.attempts} + 1` },
    })
    .returning({ attempts: slidingCount(rule), minutes: minutesLeft(rule) });
  if (!row || row.attempts <= rule.most) return done();
  return refused("too_many", { minutes: row.minutes });
}

/** Takes an attempt back that turned out to be rightful, so that a busy library is not taken for an attack. */
export async function forgiveAttempt(
  community: Community,
  rule: AttemptRule,
  ...key: [kind: string, ...subject: string[]]
): Promise<void> {
  await database()
    .update(attemptCount)
    .set({ attempts: sql`greatest(${attemptCount.attempts} - 1, 0)` })
    .where(
      and(
        eq(attemptCount.communityId, community.id),
        eq(attemptCount.keyHash, keyHash(key)),
        eq(attemptCount.windowStart, windowStart(rule)),
      ),
    );
}

function keyHash(key: readonly string[]): string {
  return createHash("sha256").update(key.join("\0")).digest("base64url");
}

function windowStart({ minutes }: AttemptRule) {
  return sql`date_bin(make_interval(mins => ${minutes}), clock_timestamp(), timestamptz 'epoch')`;
}

/** This window's attempts and the share of the earlier window's that lies within the minutes before now. */
function slidingCount({ minutes }: AttemptRule) {
  const gone = sql`extract(epoch from clock_timestamp() - ${attemptCount.windowStart}) / ${minutes * 60}`;
  const earlier = sql`(select earlier.attempts from ${attemptCount} as earlier
    where earlier.community_id = ${attemptCount.communityId} and earlier.key_hash = ${attemptCount.keyHash}
      and earlier.window_start = ${attemptCount.windowStart} - make_interval(mins => ${minutes}))`;
  return sql<number>`(${attemptCount.attempts} + coalesce(${earlier}, 0) * (1 - ${gone}))::float8`;
}

function minutesLeft({ minutes }: AttemptRule) {
  const end = sql`${attemptCount.windowStart} + make_interval(mins => ${minutes})`;
  return sql<number>`greatest(1, ceil(extract(epoch from ${end} - clock_timestamp()) / 60))::int`;
}
