import { sql } from "drizzle-orm";
import {
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { ResidenceBasis } from "~/domain/identity/residence";
import type { Role } from "~/domain/identity/viewer";
import type { Locale } from "~/i18n/locales";
import { communityId, createdAt, id, instant } from "./columns";
import { community, district } from "./communities";

export const person = pgTable(
  "person",
  {
    communityId: communityId().references(() => community.id),
    id: id(),
    name: text("name").notNull(),
    email: text("email").notNull(),
    canonicalEmail: text("canonical_email").notNull(),
    passwordHash: text("password_hash").notNull(),
    language: text("language").$type<Locale>().notNull(),
    bornOn: date("born_on"),
    confirmedAt: instant("confirmed_at"),
    disabledAt: instant("disabled_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    unique("person_canonical_email").on(table.communityId, table.canonicalEmail),
  ],
);

export const session = pgTable(
  "session",
  {
    communityId: communityId(),
    tokenHash: text("token_hash").notNull(),
    personId: uuid("person_id").notNull(),
    device: text("device").notNull(),
    createdAt: createdAt(),
    lastSeenAt: instant("last_seen_at").notNull().default(sql`clock_timestamp()`),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.tokenHash] }),
    index("session_person").on(table.communityId, table.personId),
    foreignKey({
      columns: [table.communityId, table.personId],
      foreignColumns: [person.communityId, person.id],
    }),
  ],
);

/**
 * A browser in which a person has signed in before. Guesses made elsewhere do not count against it, so that
 * nobody can lock a person out (S-20).
 */
export const familiarDevice = pgTable(
  "familiar_device",
  {
    communityId: communityId(),
    personId: uuid("person_id").notNull(),
    tokenHash: text("token_hash").notNull(),
    lastUsedAt: instant("last_used_at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.personId, table.tokenHash] }),
    foreignKey({
      columns: [table.communityId, table.personId],
      foreignColumns: [person.communityId, person.id],
    }),
  ],
);

/** A link sent by mail: opening it shows a button, pressing the button uses it up (S-25). */
export const mailLink = pgTable(
  "mail_link",
  {
    communityId: communityId(),
    tokenHash: text("token_hash").notNull(),
    personId: uuid("person_id").notNull(),
    purpose: text("purpose").$type<"confirm" | "reset">().notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.tokenHash] }),
    index("mail_link_person").on(table.communityId, table.personId),
    foreignKey({
      columns: [table.communityId, table.personId],
      foreignColumns: [person.communityId, person.id],
    }),
  ],
);

/** A role held from one instant to another; the newest rows are the history, nothing is deleted. */
export const roleMembership = pgTable(
  "role_membership",
  {
    communityId: communityId(),
    id: id(),
    personId: uuid("person_id").notNull(),
    role: text("role").$type<Role>().notNull(),
    validFrom: instant("valid_from").notNull().default(sql`clock_timestamp()`),
    validTo: instant("valid_to"),
    grantedBy: uuid("granted_by"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    uniqueIndex("role_membership_current")
      .on(table.communityId, table.personId, table.role)
      .where(sql`valid_to is null`),
    foreignKey({
      columns: [table.communityId, table.personId],
      foreignColumns: [person.communityId, person.id],
    }),
  ],
);

/** Where a person lives and on what basis; a move ends one row and begins another. */
export const residence = pgTable(
  "residence",
  {
    communityId: communityId(),
    id: id(),
    personId: uuid("person_id").notNull(),
    districtId: uuid("district_id").notNull(),
    basis: text("basis").$type<ResidenceBasis>().notNull(),
    validFrom: instant("valid_from").notNull().default(sql`clock_timestamp()`),
    validTo: instant("valid_to"),
    verifiedAt: instant("verified_at"),
    verifiedBy: uuid("verified_by"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    uniqueIndex("residence_current").on(table.communityId, table.personId).where(sql`valid_to is null`),
    foreignKey({
      columns: [table.communityId, table.personId],
      foreignColumns: [person.communityId, person.id],
    }),
    foreignKey({
      columns: [table.communityId, table.districtId],
      foreignColumns: [district.communityId, district.id],
    }),
  ],
);

/** Counts of attempts per hashed key (account, address) and window; shared by every process (S-20, S-53). */
export const attemptCount = pgTable(
  "attempt_count",
  {
    communityId: communityId().references(() => community.id),
    keyHash: text("key_hash").notNull(),
    windowStart: instant("window_start").notNull(),
    attempts: integer("attempts").notNull(),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.keyHash, table.windowStart] })],
);
