import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { communityId, createdAt, id, instant } from "./columns";
import { community } from "./communities";

/** Work to be done outside a request. `subject` is an id, never personal data (S-55). */
export const job = pgTable(
  "job",
  {
    communityId: communityId().references(() => community.id),
    id: id(),
    kind: text("kind").notNull(),
    subject: text("subject").notNull(),
    runAt: instant("run_at").notNull().default(sql`clock_timestamp()`),
    attempts: integer("attempts").notNull().default(0),
    leasedUntil: instant("leased_until"),
    finishedAt: instant("finished_at"),
    failedAt: instant("failed_at"),
    lastError: text("last_error"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    unique("job_once").on(table.communityId, table.kind, table.subject),
    index("job_due").on(table.runAt).where(sql`finished_at is null and failed_at is null`),
  ],
);
