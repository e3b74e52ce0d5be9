import { sql } from "drizzle-orm";
import {
  boolean,
  customType,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { ResidenceBasis } from "~/domain/identity/residence";
import type { AnnulmentCause, SignatureChannel } from "~/domain/petitions/signature";
import type { Locale } from "~/i18n/locales";
import { communityId, createdAt, instant } from "./columns";
import { community } from "./communities";
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
