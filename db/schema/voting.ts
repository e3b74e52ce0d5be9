import { date, foreignKey, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytea, communityId, createdAt, instant } from "./columns";
import { person } from "./identity";
import { round } from "./prioritisation";

const roundId = () => uuid("round_id").notNull();
const personId = () => uuid("person_id").notNull();

/** Who took part, never what they chose. The key is the promise: one person, one vote, across channels (B-2). */
export const participation = pgTable(
  "participation",
  {
    communityId: communityId(),
    roundId: roundId(),
    personId: personId(),
    channel: text("channel").$type<"online" | "paper" | "kiosk">().notNull(),
    votedOn: date("voted_on").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.roundId, table.personId] }),
    foreignKey({
      columns: [table.communityId, table.roundId],
      foreignColumns: [round.communityId, round.id],
    }),
    foreignKey({
      columns: [table.communityId, table.personId],
      foreignColumns: [person.communityId, person.id],
    }),
  ],
);

/** A sealed ballot under its voter's key until the tally (B-3). A changed vote replaces the row. */
export const sealedBallot = pgTable(
  "sealed_ballot",
  {
    communityId: communityId(),
    roundId: roundId(),
    personId: personId(),
    sealed: bytea("sealed").notNull(),
    receiptHash: text("receipt_hash").notNull(),
    version: integer("version").notNull(),
    /** Names the check page the vote was sent from: the same page sent again is the same vote (F-5, F-6). */
    castKey: uuid("cast_key").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.roundId, table.personId] }),
    unique("sealed_ballot_receipt").on(table.communityId, table.roundId, table.receiptHash),
    foreignKey({
      columns: [table.communityId, table.roundId, table.personId],
      foreignColumns: [participation.communityId, participation.roundId, participation.personId],
    }),
  ],
);

/**
 * Every receipt ever given, without a person. A replaced vote keeps its receipt here: who holds the code must not
 * learn from the public page that the vote was changed later (B-4).
 */
export const ballotReceipt = pgTable(
  "ballot_receipt",
  {
    communityId: communityId(),
    roundId: roundId(),
    receiptHash: text("receipt_hash").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.roundId, table.receiptHash] }),
    foreignKey({
      columns: [table.communityId, table.roundId],
      foreignColumns: [round.communityId, round.id],
    }),
  ],
);

/**
 * The key pair a round's ballots are sealed to. `private_key` is present only in trial mode, where the
 * server itself can open the box after close; ballot and result say so.
 */
export const ballotKey = pgTable(
  "ballot_key",
  {
    communityId: communityId(),
    roundId: roundId(),
    publicKey: bytea("public_key").notNull(),
    privateKey: bytea("private_key"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.roundId] }),
    foreignKey({
      columns: [table.communityId, table.roundId],
      foreignColumns: [round.communityId, round.id],
    }),
  ],
);

/**
 * The draw that orders equal projects of a round. The commitment is public before voting closes, the seed only
 * once the public value stands; the value is written once (domain/tally/draw).
 */
export const roundDraw = pgTable(
  "round_draw",
  {
    communityId: communityId(),
    roundId: roundId(),
    commitment: text("commitment").notNull(),
    seed: text("seed").notNull(),
    publicValue: text("public_value"),
    enteredBy: uuid("entered_by"),
    revealedAt: instant("revealed_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.roundId] }),
    foreignKey({
      columns: [table.communityId, table.roundId],
      foreignColumns: [round.communityId, round.id],
    }),
    foreignKey({
      columns: [table.communityId, table.enteredBy],
      foreignColumns: [person.communityId, person.id],
    }),
  ],
);
