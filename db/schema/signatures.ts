import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  customType,
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
import type { AnnulmentCause, SignatureChannel, SuspicionCriteria } from "~/domain/petitions/signature";
import type { Locale } from "~/i18n/locales";
import { communityId, createdAt, id, instant } from "./columns";
import { community, district } from "./communities";
import { person } from "./identity";
import { petition } from "./petitions";

const petitionId = () => uuid("petition_id").notNull();
const signerKey = () => uuid("signer_key").notNull();

/** A full transaction number (SC-3); text in JavaScript, since it passes 2^53. */
const xid8 = customType<{ data: string; driverData: string }>({ dataType: () => "xid8" });
const written = () => xid8("written").notNull().default(sql`pg_current_xact_id()`);

/**
 * One confirmed support. Append-only (SC-2): the primary key is "once per person", since `signer_key` comes from the
 * canonical mail address, with or without an account. What takes a signature out of the count stands beside it.
 */
export const signature = pgTable(
  "signature",
  {
    communityId: communityId(),
    petitionId: petitionId(),
    signerKey: signerKey(),
    channel: text("channel").$type<SignatureChannel>().notNull(),
    name: text("name").notNull(),
    showName: boolean("show_name").notNull(),
    districtId: uuid("district_id"),
    basis: text("basis").$type<ResidenceBasis>().notNull(),
    personId: uuid("person_id"),
    assistedBy: uuid("assisted_by"),
    sheetLineId: uuid("sheet_line_id"),
    /** Keyed hashes of the address and of its network: enough to find a burst, not to find a person. */
    addressHash: text("address_hash").notNull(),
    networkHash: text("network_hash").notNull(),
    signedAt: instant("signed_at").notNull().default(sql`clock_timestamp()`),
    written: written(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.petitionId, table.signerKey] }),
    index("signature_written").on(table.communityId, table.written),
    foreignKey({
      columns: [table.communityId, table.petitionId],
      foreignColumns: [petition.communityId, petition.id],
    }),
  ],
);

/** Asked for by mail, not yet confirmed. Confirming twice is harmless: the signature has its own key. */
export const pendingSignature = pgTable(
  "pending_signature",
  {
    communityId: communityId(),
    tokenHash: text("token_hash").notNull(),
    petitionId: petitionId(),
    signerKey: signerKey(),
    name: text("name").notNull(),
    email: text("email").notNull(),
    showName: boolean("show_name").notNull(),
    wantsNews: boolean("wants_news").notNull(),
    districtId: uuid("district_id"),
    basis: text("basis").$type<ResidenceBasis>().notNull(),
    language: text("language").$type<Locale>().notNull(),
    addressHash: text("address_hash").notNull(),
    networkHash: text("network_hash").notNull(),
    expiresAt: instant("expires_at").notNull(),
    confirmedAt: instant("confirmed_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.tokenHash] }),
    index("pending_signature_signer").on(table.communityId, table.petitionId, table.signerKey),
    index("pending_signature_expiry").on(table.communityId, table.expiresAt),
    foreignKey({
      columns: [table.communityId, table.petitionId],
      foreignColumns: [petition.communityId, petition.id],
    }),
  ],
);

/**
 * Takes a signature out of the count, or puts it back: odd numbers take out, even ones put back, so the newest row
 * says what holds, and two people who annul at once collide on the key.
 */
export const signatureAnnulment = pgTable(
  "signature_annulment",
  {
    communityId: communityId(),
    petitionId: petitionId(),
    signerKey: signerKey(),
    number: integer("number").notNull(),
    cause: text("cause").$type<AnnulmentCause>().notNull(),
    quarantineId: uuid("quarantine_id"),
    createdAt: createdAt(),
    written: written(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.petitionId, table.signerKey, table.number] }),
    index("signature_annulment_written").on(table.communityId, table.written),
    foreignKey({
      columns: [table.communityId, table.petitionId, table.signerKey],
      foreignColumns: [signature.communityId, signature.petitionId, signature.signerKey],
    }),
  ],
);

/** How far the counting job of a community has come (SC-3, SC-4). */
export const signatureWatermark = pgTable("signature_watermark", {
  communityId: communityId()
    .primaryKey()
    .references(() => community.id),
  watermark: xid8("watermark").notNull(),
  /** Transaction numbers mean nothing in another cluster: there everything is counted anew. */
  systemIdentifier: text("system_identifier").notNull(),
  countedAt: instant("counted_at").notNull(),
  recountedAt: instant("recounted_at").notNull(),
});

/** What the counting job has published. Never above the truth; behind it by one interval at most. */
export const petitionCount = pgTable(
  "petition_count",
  {
    communityId: communityId(),
    petitionId: petitionId(),
    signatures: integer("signatures").notNull(),
    annulled: integer("annulled").notNull().default(0),
    countedAt: instant("counted_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.petitionId] }),
    foreignKey({
      columns: [table.communityId, table.petitionId],
      foreignColumns: [petition.communityId, petition.id],
    }),
  ],
);

/** The same count cut by district, channel or hour of signing (ISO 8601, UTC): each cut adds up to the count. */
export const petitionCountCell = pgTable(
  "petition_count_cell",
  {
    communityId: communityId(),
    petitionId: petitionId(),
    cut: text("cut").$type<"district" | "channel" | "hour">().notNull(),
    /** District id, `none`, channel or hour. */
    cell: text("cell").notNull(),
    signatures: integer("signatures").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.petitionId, table.cut, table.cell] }),
    foreignKey({
      columns: [table.communityId, table.petitionId],
      foreignColumns: [petition.communityId, petition.id],
    }),
  ],
);

/** A threshold reached: a fact with its instant, set once, whatever the count does afterwards (SC-5). */
export const thresholdFact = pgTable(
  "threshold_fact",
  {
    communityId: communityId(),
    petitionId: petitionId(),
    /** Place in the frozen rules, from 0. */
    threshold: integer("threshold").notNull(),
    signatures: integer("signatures").notNull(),
    reachedAt: instant("reached_at").notNull(),
    dueAt: instant("due_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.petitionId, table.threshold] }),
    foreignKey({
      columns: [table.communityId, table.petitionId],
      foreignColumns: [petition.communityId, petition.id],
    }),
  ],
);

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
