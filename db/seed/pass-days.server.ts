import { type SQL, sql } from "drizzle-orm";
import type { Community } from "~/domain/communities/community";
import { transaction } from "~/platform/database.server";

/** Columns with instants that belong to a round, by table and by how a row finds its round. */
const OF_ROUNDS: Record<string, string[]> = {
  round_stage: ["opens_at", "closes_at"],
  round_amendment: ["created_at"],
  initiative_draft: ["updated_at", "created_at"],
  initiative: ["submitted_at", "created_at"],
  tally: ["certified_at", "created_at"],
};
const OF_INITIATIVES: Record<string, string[]> = {
  initiative_version: ["created_at"],
  initiative_event: ["created_at", "due_at"],
  co_author: ["created_at", "accepted_at", "declined_at"],
  screening: ["created_at"],
  estimate: ["created_at"],
};
const ROUND = ["created_at", "published_at", "locked_at", "closed_at", "result_published_at"];

/**
 * Lets days pass in a demonstration community: every date of its rounds under way moves into the past, and its
 * waiting jobs with them. Sessions, letters and the public log keep their times.
 * @throws {Error} when the community is not a demonstration
 */
export async function passDays(community: Community, days: number): Promise<void> {
  if (!community.demo)
    throw new Error(`The community ${community.slug} is not a demonstration: its time is real.`);
  const own = sql`community_id = ${community.id}`;
  await transaction(async (tx) => {
    const open = await tx.execute<{ id: string }>(sql`
      select distinct round_id as id from round_stage where ${own} and closes_at > clock_timestamp()`);
    const ids = sql.join(
      open.map(({ id }) => sql`${id}::uuid`),
      sql`, `,
    );
    if (open.length > 0) {
      const ofRounds = sql`${own} and round_id in (${ids})`;
      const initiatives = sql`${own} and initiative_id in (select id from initiative where ${ofRounds})`;
      for (const [table, columns] of Object.entries(OF_INITIATIVES))
        await tx.execute(move(table, columns, days, initiatives));
      for (const [table, columns] of Object.entries(OF_ROUNDS))
        await tx.execute(move(table, columns, days, ofRounds));
      await tx.execute(move("round", ROUND, days, sql`${own} and id in (${ids})`));
      await tx.execute(sql`update participation set voted_on = voted_on - ${days}::int where ${ofRounds}`);
      // By way of another century: a day may not meet the row of the day before on its way.
      await tx.execute(sql`update turnout_day set day = day - 36525 where ${ofRounds}`);
      await tx.execute(sql`update turnout_day set day = day + 36525 - ${days}::int where ${ofRounds}`);
    }
    await tx.execute(
      move("job", ["run_at"], days, sql`${own} and finished_at is null and failed_at is null`),
    );
  });
}

function move(table: string, columns: string[], days: number, where: SQL): SQL {
  const moved = columns.map((column) => {
    const name = sql.identifier(column);
    return sql`${name} = ${name} - ${days}::int * interval '1 day'`;
  });
  return sql`update ${sql.identifier(table)} set ${sql.join(moved, sql`, `)} where ${where}`;
}
