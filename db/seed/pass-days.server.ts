import { and, type SQL, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { transaction } from "~/platform/database.server";

/** Columns with instants that belong to a round, by table and by how a row finds its round. */
const OF_ROUNDS = Object.entries({
  round_stage: ["opens_at", "closes_at"],
  round_amendment: ["created_at"],
  initiative_draft: ["updated_at", "created_at"],
  initiative: ["submitted_at", "created_at"],
  tally: ["certified_at", "created_at"],
});
const OF_INITIATIVES = Object.entries({
  initiative_version: ["created_at"],
  initiative_event: ["created_at", "due_at"],
  co_author: ["created_at", "accepted_at", "declined_at"],
  screening: ["created_at"],
  estimate: ["created_at"],
});
const ROUND = ["created_at", "published_at", "locked_at", "closed_at", "result_published_at"];
const CENTURY = 36_525;

/**
 * Lets days pass in a demonstration community: every date of its rounds under way moves into the past, and its
 * waiting jobs with them. Sessions, letters and the public log keep their times.
 * @throws {Error} when the community is not a demonstration
 */
export async function passDays(community: Community, days: number): Promise<void> {
  if (!community.demo)
    throw new Error(`The community ${community.slug} is not a demonstration: its time is real.`);
  await transaction(async (tx) => {
    // Days of the community's calendar: what closes at midnight still does, also when the clocks change in between.
    await tx.execute(sql`select set_config('TimeZone', ${community.zone}, true)`);
    const move = (table: string, columns: string[], where: SQL) =>
      tx.execute(
        moving(table, columns, sql`${days}::int * interval '1 day'`, and(ownOf(community, table), where)),
      );
    const open = await tx.execute<{ id: string }>(sql`
      select distinct round_id as id from round_stage
      where ${ownOf(community, "round_stage")} and closes_at > clock_timestamp()`);
    if (open.length > 0) {
      const rounds = sql.join(
        open.map(({ id }) => sql`${id}::uuid`),
        sql`, `,
      );
      const ofRounds = sql`round_id in (${rounds})`;
      const initiatives = sql`(select id from initiative where ${ownOf(community, "initiative")} and ${ofRounds})`;
      for (const [table, columns] of OF_INITIATIVES)
        await move(table, columns, sql`initiative_id in ${initiatives}`);
      for (const [table, columns] of OF_ROUNDS) await move(table, columns, ofRounds);
      await move("round", ROUND, sql`id in (${rounds})`);
      await tx.execute(
        moving(
          "participation",
          ["voted_on"],
          sql`${days}::int`,
          and(ownOf(community, "participation"), ofRounds),
        ),
      );
      // By way of another century: a day may not meet the row of the day before on its way.
      for (const step of [CENTURY, days - CENTURY]) {
        await tx.execute(
          moving("turnout_day", ["day"], sql`${step}::int`, and(ownOf(community, "turnout_day"), ofRounds)),
        );
      }
    }
    await move("job", ["run_at"], sql`finished_at is null and failed_at is null`);
  });
}

function ownOf(community: Community, table: string): SQL {
  return sql`${sql.identifier(table)}.community_id = ${community.id}`;
}

function moving(table: string, columns: readonly string[], by: SQL, where: SQL | undefined): SQL {
  const moved = columns.map((column) => sql`${sql.identifier(column)} = ${sql.identifier(column)} - ${by}`);
  return sql`update ${sql.identifier(table)} set ${sql.join(moved, sql`, `)} where ${where}`;
}
