import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { communityId, createdAt, id } from "./columns";
import { community } from "./communities";

/**
 * The record of one act, erasable on request; its hash stands in `public_log_leaf` and stays (B-5).
 * `salt` makes the leaf meaningless once the record is gone.
 */
export const auditEvent = pgTable(
  "audit_event",
  {
    communityId: communityId().references(() => community.id),
    id: id(),
    act: text("act").notNull(),
    actorId: uuid("actor_id"),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    details: jsonb("details").$type<Record<string, unknown>>().notNull(),
    salt: text("salt").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    index("audit_event_subject").on(table.communityId, table.subjectKind, table.subjectId),
  ],
);

export const publicLogLeaf = pgTable(
  "public_log_leaf",
  {
    communityId: communityId().references(() => community.id),
    id: id(),
    leafHash: text("leaf_hash").notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.id] })],
);
