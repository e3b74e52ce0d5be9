import {
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { RefusalReason } from "~/domain/initiatives/initiative";
import type { CriterionVerdict, ScreeningOutcome } from "~/domain/prioritisation/screening";
import { communityId, createdAt, id, money } from "./columns";
import { initiative } from "./initiatives";
import { criterion, envelope, round } from "./prioritisation";

/** One filled criterion card; the newest of an initiative holds. */
export const screening = pgTable(
  "screening",
  {
    communityId: communityId(),
    id: id(),
    initiativeId: uuid("initiative_id").notNull(),
    initiativeVersion: integer("initiative_version").notNull(),
    outcome: text("outcome").$type<ScreeningOutcome>().notNull(),
    reason: text("reason").$type<RefusalReason>(),
    note: text("note").notNull(),
    decidedBy: uuid("decided_by").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    index("screening_initiative").on(table.communityId, table.initiativeId),
    foreignKey({
      columns: [table.communityId, table.initiativeId],
      foreignColumns: [initiative.communityId, initiative.id],
    }),
  ],
);

export const screeningLine = pgTable(
  "screening_line",
  {
    communityId: communityId(),
    screeningId: uuid("screening_id").notNull(),
    criterionId: uuid("criterion_id").notNull(),
    verdict: text("verdict").$type<CriterionVerdict>().notNull(),
    note: text("note").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.screeningId, table.criterionId] }),
    foreignKey({
      columns: [table.communityId, table.screeningId],
      foreignColumns: [screening.communityId, screening.id],
    }),
    foreignKey({
      columns: [table.communityId, table.criterionId],
      foreignColumns: [criterion.communityId, criterion.id],
    }),
  ],
);

/** Cost of a proposal as an office found it; a new finding adds a version. The author's guess is not one. */
export const estimate = pgTable(
  "estimate",
  {
    communityId: communityId(),
    initiativeId: uuid("initiative_id").notNull(),
    version: integer("version").notNull(),
    amount: money("amount").notNull(),
    basis: text("basis").notNull(),
    madeBy: uuid("made_by").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.initiativeId, table.version] }),
    foreignKey({
      columns: [table.communityId, table.initiativeId],
      foreignColumns: [initiative.communityId, initiative.id],
    }),
  ],
);

/** A line of the ballot: an admitted and costed initiative, or a project of an imported election. */
export const project = pgTable(
  "project",
  {
    communityId: communityId(),
    id: id(),
    roundId: uuid("round_id").notNull(),
    envelopeId: uuid("envelope_id").notNull(),
    code: text("code").notNull(),
    initiativeId: uuid("initiative_id"),
    title: text("title").notNull(),
    summary: text("summary").notNull(),
    language: text("language").notNull(),
    cost: money("cost").notNull(),
    category: text("category").notNull().default(""),
    area: text("area").notNull().default(""),
    latitude: doublePrecision("latitude"),
    longitude: doublePrecision("longitude"),
    proposedOn: date("proposed_on"),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    unique("project_code").on(table.communityId, table.roundId, table.envelopeId, table.code),
    foreignKey({
      columns: [table.communityId, table.roundId],
      foreignColumns: [round.communityId, round.id],
    }),
    foreignKey({
      columns: [table.communityId, table.envelopeId],
      foreignColumns: [envelope.communityId, envelope.id],
    }),
    foreignKey({
      columns: [table.communityId, table.initiativeId],
      foreignColumns: [initiative.communityId, initiative.id],
    }),
  ],
);
