import { sql } from "drizzle-orm";
import type { Sender } from "~/domain/identity/letters";
import { listRoleHolders } from "~/domain/identity/role-holder-queries.server";
import { queueMail } from "~/domain/notifications/queue-mail.server";
import { transaction } from "~/platform/database.server";
import { listPressingDuties } from "./duty-queries.server";
import { type PressingDuty, reminderLetter } from "./reminder-letter";

const DAYS_BEFORE = 3;

/**
 * Writes to each clerk what is due within three days or overdue: one letter a day in the community's zone, whatever
 * number of times this runs.
 */
export async function remindClerks(sender: Sender): Promise<void> {
  const { community } = sender;
  await transaction(async (tx) => {
    const rows = await listPressingDuties(community, DAYS_BEFORE, tx);
    if (rows.length === 0) return;
    const [clock] = await tx.execute<{ now: string; day: string }>(
      sql`select clock_timestamp() as now, (clock_timestamp() at time zone ${community.zone})::date::text as day`,
    );
    const instant = new Date(clock?.now ?? "");
    const duties: PressingDuty[] = rows.map(({ number, title, duty, dueAt }) => ({
      ...{ number, title, duty, dueAt },
      overdue: dueAt <= instant,
    }));
    for (const { id, email, language } of await listRoleHolders(community, "clerk", tx)) {
      const letter = reminderLetter(duties, sender, language);
      const once = `remind-clerks ${community.id} ${id} ${clock?.day}`;
      await queueMail(tx, community, { recipient: email, language, ...letter }, once);
    }
  });
}
