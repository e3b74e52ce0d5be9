import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { Locale } from "~/i18n/locales";
import { communityId, createdAt, id, instant } from "./columns";
import { community } from "./communities";

/** One row per letter, written in the transaction of the act that causes it and sent by the worker (SC-6). */
export const outbox = pgTable(
  "outbox",
  {
    communityId: communityId().references(() => community.id),
    id: id(),
    recipient: text("recipient").notNull(),
    language: text("language").$type<Locale>().notNull(),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    /** Page on which the reader asks for no more such letters (List-Unsubscribe, RFC 2369). */
    leaveAddress: text("leave_address"),
    attempts: integer("attempts").notNull().default(0),
    nextAttemptAt: instant("next_attempt_at").notNull().default(sql`clock_timestamp()`),
    leasedUntil: instant("leased_until"),
    sentAt: instant("sent_at"),
    failedAt: instant("failed_at"),
    lastError: text("last_error"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    index("outbox_due").on(table.nextAttemptAt).where(sql`sent_at is null and failed_at is null`),
  ],
);
