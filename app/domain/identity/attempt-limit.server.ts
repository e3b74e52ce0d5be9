import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { database, repeatable } from "~/platform/database.server";
import type { Outcome } from "~/shared/outcome";
import { done, refused } from "~/shared/outcome";

export type AttemptRule = { most: number; minutes: number };

/** One counter: what it is for and whom it counts, under the rule that it keeps. */
export type Counted = {
  rule: AttemptRule;
  key: readonly [kind: string, ...subject: string[]];
  /** How many attempts this one stands for; 1 unless said. */
  weight?: number;
};

export type AttemptTally = {
  /** Attempts within the minutes of the rule, this one included. */
  attempts: number;
  /** Until the next window. */
  minutes: number;
};

/**
 * Counts one attempt and refuses from the one after `most` within the minutes of the rule on, with the minutes
 * until the next window. `kind` and `subject` (an account, an address) are kept only as a hash, for two days.
 */
export async function countAttempt(
  community: Community,
  rule: AttemptRule,
  ...key: [kind: string, ...subject: string[]]
): Promise<Outcome<undefined, "too_many">> {
  const [tally] = await countAttempts(community, [{ rule, key }]);
  if (!tally || tally.attempts <= rule.most) return done();
  return refused("too_many", { minutes: tally.minutes });
}

/**
 * Counts an attempt in several counters, answered in the order given. The window slides: what is left of the one
 * before counts in part. One statement counts and reads, so parallel attempts are all seen (S-11, S-20); it takes
 * its rows in one order, so that two of them never wait for each other.
 */
export async function countAttempts(
  community: Community,
  counted: readonly Counted[],
): Promise<AttemptTally[]> {
  const rows = JSON.stringify(
    counted.map(({ rule: { minutes }, key, weight = 1 }, place) => ({
      place,
      key: keyHash(key),
      minutes,
      weight,
    })),
  );
  return await database().execute<AttemptTally>(sql`
    with given as (
      select g.place, g.key, g.weight, make_interval(mins => g.minutes) as length,
        date_bin(make_interval(mins => g.minutes), clock_timestamp(), timestamptz 'epoch') as start
      from jsonb_to_recordset(${rows}::jsonb) as g(place int, key text, minutes int, weight int)
    ), added as (
      insert into attempt_count as own (community_id, key_hash, window_start, attempts)
      select ${community.id}::uuid, key, start, weight from given order by key
      on conflict (community_id, key_hash, window_start) do update set attempts = own.attempts + excluded.attempts
      returning key_hash, attempts
    )
    select (added.attempts + coalesce(earlier.attempts, 0)
        * (1 - extract(epoch from clock_timestamp() - given.start) / extract(epoch from given.length)))::float8 as attempts,
      greatest(1, ceil(extract(epoch from given.start + given.length - clock_timestamp()) / 60))::int as minutes
    from added join given on given.key = added.key_hash
    left join attempt_count earlier on earlier.community_id = ${community.id}::uuid
      and earlier.key_hash = given.key and earlier.window_start = given.start - given.length
    order by given.place`);
}

/** Takes an attempt back that turned out to be rightful, so that a busy library is not taken for an attack. */
export async function forgiveAttempt(
  community: Community,
  rule: AttemptRule,
  ...key: [kind: string, ...subject: string[]]
): Promise<void> {
  await forgiveAttempts(community, rule, [key]);
}

/** The same for many of one rule in one statement; may also be done again, at worst forgiving one too many. */
export async function forgiveAttempts(
  community: Community,
  rule: AttemptRule,
  keys: readonly Counted["key"][],
): Promise<void> {
  const hashes = JSON.stringify(keys.map(keyHash));
  await repeatable(() =>
    database().execute(sql`
      update attempt_count own set attempts = greatest(own.attempts - given.times, 0)
      from (
        select key, count(*)::int as times from jsonb_array_elements_text(${hashes}::jsonb) as key group by key
      ) given
      where own.community_id = ${community.id}::uuid and own.key_hash = given.key
        and own.window_start = ${windowStart(rule)}`),
  );
}

function keyHash(key: readonly string[]): string {
  return createHash("sha256").update(key.join("\0")).digest("base64url");
}

function windowStart({ minutes }: AttemptRule) {
  return sql`date_bin(make_interval(mins => ${minutes}), clock_timestamp(), timestamptz 'epoch')`;
}
