import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { ResidenceBasis } from "~/domain/identity/residence";
import type { SuspicionCriteria } from "~/domain/petitions/signature";
import { communityId, createdAt, id, instant } from "./columns";
import { community, district } from "./communities";
import { person } from "./identity";
import { petition } from "./petitions";

const petitionId = () => uuid("petition_id").notNull();

/** How many may be asked for from one address, network or country in so many minutes; staff edit it. */
export const signingLimit = pgTable(
  "signing_limit",
  {
    communityId: communityId().references(() => community.id),
    scope: text("scope").$type<"address" | "network" | "country" | "mailbox">().notNull(),
    most: integer("most").notNull(),
    minutes: integer("minutes").notNull(),
    changedBy: uuid("changed_by"),
    changedAt: instant("changed_at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.scope] })],
);

/** Networks staff have named: blocked ones, ones that may sign without limit, and the country each belongs to. */
export const signingNetwork = pgTable(
  "signing_network",
  {
    communityId: communityId().references(() => community.id),
    id: id(),
    network: text("network").notNull(),
    country: text("country"),
    treatment: text("treatment").$type<"blocked" | "trusted" | "usual">().notNull(),
    note: text("note").notNull().default(""),
    changedBy: uuid("changed_by"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    unique("signing_network_once").on(table.communityId, table.network),
  ],
);

/** A batch of signatures that look irregular: proposed by one person, annulled or let go by another (S-10). */
export const quarantine = pgTable(
  "quarantine",
  {
    communityId: communityId(),
    id: id(),
    petitionId: petitionId(),
    criteria: jsonb("criteria").$type<SuspicionCriteria>().notNull(),
    cause: text("cause").notNull(),
    signatures: integer("signatures").notNull(),
    proposedBy: uuid("proposed_by").notNull(),
    decision: text("decision").$type<"annulled" | "released" | "restored">(),
    decidedBy: uuid("decided_by"),
    decidedAt: instant("decided_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    index("quarantine_petition").on(table.communityId, table.petitionId),
    check("quarantine_two_people", sql`decided_by is null or decided_by <> proposed_by`),
    foreignKey({
      columns: [table.communityId, table.petitionId],
      foreignColumns: [petition.communityId, petition.id],
    }),
    foreignKey({
      columns: [table.communityId, table.proposedBy],
      foreignColumns: [person.communityId, person.id],
    }),
  ],
);

/** A paper sheet with signatures: keyed by one person, checked by another, then its lines count. */
export const signatureSheet = pgTable(
  "signature_sheet",
  {
    communityId: communityId(),
    id: id(),
    petitionId: petitionId(),
    batch: text("batch").notNull(),
    number: integer("number").notNull(),
    keyedBy: uuid("keyed_by").notNull(),
    checkedBy: uuid("checked_by"),
    checkedAt: instant("checked_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    unique("signature_sheet_number").on(table.communityId, table.petitionId, table.batch, table.number),
    check("signature_sheet_two_people", sql`checked_by is null or checked_by <> keyed_by`),
    foreignKey({
      columns: [table.communityId, table.petitionId],
      foreignColumns: [petition.communityId, petition.id],
    }),
  ],
);

/** One line of a sheet as keyed, and what the check said of it. */
export const sheetLine = pgTable(
  "sheet_line",
  {
    communityId: communityId(),
    id: id(),
    sheetId: uuid("sheet_id").notNull(),
    line: integer("line").notNull(),
    name: text("name").notNull(),
    bornOn: text("born_on").notNull(),
    districtId: uuid("district_id"),
    basis: text("basis").$type<ResidenceBasis>().notNull(),
    outcome: text("outcome").$type<"accepted" | "unreadable" | "not_resident" | "unsigned" | "twice">(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    unique("sheet_line_number").on(table.communityId, table.sheetId, table.line),
    foreignKey({
      columns: [table.communityId, table.sheetId],
      foreignColumns: [signatureSheet.communityId, signatureSheet.id],
    }),
    foreignKey({
      columns: [table.communityId, table.districtId],
      foreignColumns: [district.communityId, district.id],
    }),
  ],
);
