import { sql } from "drizzle-orm";
import {
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { LocalText } from "~/domain/communities/community";
import type { AmendedField } from "~/domain/prioritisation/amendment";
import type { ElectionSource, RoundRules, StageKind } from "~/domain/prioritisation/round";
import { communityId, createdAt, id, instant, money } from "./columns";
import { community, district } from "./communities";

const roundId = () => uuid("round_id").notNull();

/**
 * One participatory-budget process. Facts, not flags: visible from `published_at`, rules fixed from
 * `locked_at`, ballot box shut from `closed_at` (a latch, SC-9), result public from `result_published_at`.
 */
export const round = pgTable(
  "round",
  {
    communityId: communityId().references(() => community.id),
    id: id(),
    slug: text("slug").notNull(),
    title: jsonb("title").$type<LocalText>().notNull(),
    summary: jsonb("summary").$type<LocalText>().notNull(),
    rules: jsonb("rules").$type<RoundRules>().notNull(),
    rulesVersion: integer("rules_version").notNull().default(1),
    source: jsonb("source").$type<ElectionSource>(),
    publishedAt: instant("published_at"),
    lockedAt: instant("locked_at"),
    closedAt: instant("closed_at"),
    resultPublishedAt: instant("result_published_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    unique("round_slug").on(table.communityId, table.slug),
    uniqueIndex("round_source_file").on(table.communityId, sql`(${table.source} ->> 'sha256')`),
  ],
);

export const roundStage = pgTable(
  "round_stage",
  {
    communityId: communityId(),
    roundId: roundId(),
    kind: text("kind").$type<StageKind>().notNull(),
    opensAt: instant("opens_at").notNull(),
    closesAt: instant("closes_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.roundId, table.kind] }),
    foreignKey({
      columns: [table.communityId, table.roundId],
      foreignColumns: [round.communityId, round.id],
    }),
  ],
);

/** A sum of money with its own list on the ballot; no district means the whole community. */
export const envelope = pgTable(
  "envelope",
  {
    communityId: communityId(),
    id: id(),
    roundId: roundId(),
    districtId: uuid("district_id"),
    amount: money("amount").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    unique("envelope_area").on(table.communityId, table.roundId, table.districtId).nullsNotDistinct(),
    foreignKey({
      columns: [table.communityId, table.roundId],
      foreignColumns: [round.communityId, round.id],
    }),
    foreignKey({
      columns: [table.communityId, table.districtId],
      foreignColumns: [district.communityId, district.id],
    }),
  ],
);

/** A published change of a locked round: what, before and after, why. */
export const roundAmendment = pgTable(
  "round_amendment",
  {
    communityId: communityId(),
    roundId: roundId(),
    number: integer("number").notNull(),
    reason: text("reason").notNull(),
    changes: jsonb("changes").$type<AmendedField[]>().notNull(),
    madeBy: uuid("made_by").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.roundId, table.number] }),
    foreignKey({
      columns: [table.communityId, table.roundId],
      foreignColumns: [round.communityId, round.id],
    }),
  ],
);

export const criterion = pgTable(
  "criterion",
  {
    communityId: communityId(),
    id: id(),
    roundId: roundId(),
    number: integer("number").notNull(),
    question: jsonb("question").$type<LocalText>().notNull(),
    rule: jsonb("rule").$type<LocalText>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    unique("criterion_number").on(table.communityId, table.roundId, table.number),
    foreignKey({
      columns: [table.communityId, table.roundId],
      foreignColumns: [round.communityId, round.id],
    }),
  ],
);
