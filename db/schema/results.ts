import {
  boolean,
  date,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { RuleOutcome } from "~/domain/results/compare-outcomes";
import type { ProjectReason, TallyRecord } from "~/domain/results/result";
import type { WhatWasMissing } from "~/domain/results/what-was-missing";
import { bytea, communityId, createdAt, id, instant } from "./columns";
import { envelope, round } from "./prioritisation";
import { project } from "./prioritisation-projects";

const roundId = () => uuid("round_id").notNull();

/** One counting run of one envelope; a recount adds a run with its cause and supersedes the one before. */
export const tally = pgTable(
  "tally",
  {
    communityId: communityId(),
    id: id(),
    roundId: roundId(),
    envelopeId: uuid("envelope_id").notNull(),
    run: integer("run").notNull(),
    rule: text("rule").notNull(),
    ballots: integer("ballots").notNull(),
    votersWithFundedChoice: integer("voters_with_funded_choice").notNull(),
    inputSha256: text("input_sha256").notNull(),
    record: jsonb("record").$type<TallyRecord>().notNull(),
    certifiedAt: instant("certified_at"),
    supersededAt: instant("superseded_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    unique("tally_run").on(table.communityId, table.roundId, table.envelopeId, table.run),
    foreignKey({
      columns: [table.communityId, table.roundId],
      foreignColumns: [round.communityId, round.id],
    }),
    foreignKey({
      columns: [table.communityId, table.envelopeId],
      foreignColumns: [envelope.communityId, envelope.id],
    }),
  ],
);

export const projectResult = pgTable(
  "project_result",
  {
    communityId: communityId(),
    tallyId: uuid("tally_id").notNull(),
    projectId: uuid("project_id").notNull(),
    votes: integer("votes").notNull(),
    funded: boolean("funded").notNull(),
    place: integer("place").notNull(),
    reason: jsonb("reason").$type<ProjectReason>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.tallyId, table.projectId] }),
    foreignKey({
      columns: [table.communityId, table.tallyId],
      foreignColumns: [tally.communityId, tally.id],
    }),
    foreignKey({
      columns: [table.communityId, table.projectId],
      foreignColumns: [project.communityId, project.id],
    }),
  ],
);

/** Voters per day and channel, written when the result is published; days, not times. */
export const turnoutDay = pgTable(
  "turnout_day",
  {
    communityId: communityId(),
    roundId: roundId(),
    day: date("day").notNull(),
    channel: text("channel").notNull(),
    voters: integer("voters").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.roundId, table.day, table.channel] }),
    foreignKey({
      columns: [table.communityId, table.roundId],
      foreignColumns: [round.communityId, round.id],
    }),
  ],
);

/** The ballots of one envelope without names, as a Pabulib file, exactly as counted. */
export const ballotFile = pgTable(
  "ballot_file",
  {
    communityId: communityId(),
    tallyId: uuid("tally_id").notNull(),
    sha256: text("sha256").notNull(),
    content: bytea("content").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.tallyId] }),
    foreignKey({
      columns: [table.communityId, table.tallyId],
      foreignColumns: [tally.communityId, tally.id],
    }),
  ],
);

/** The ballots of one count under the other rules a council weighs; made by a job after the result is public. */
export const comparison = pgTable(
  "comparison",
  {
    communityId: communityId(),
    tallyId: uuid("tally_id").notNull(),
    /** The rule that was used comes first. */
    outcomes: jsonb("outcomes").$type<readonly RuleOutcome[]>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.tallyId] }),
    foreignKey({
      columns: [table.communityId, table.tallyId],
      foreignColumns: [tally.communityId, tally.id],
    }),
  ],
);

/** What would have funded each unfunded project of a count; made by a job after the result is public. */
export const missingVotes = pgTable(
  "missing_votes",
  {
    communityId: communityId(),
    tallyId: uuid("tally_id").notNull(),
    projects: jsonb("projects").$type<readonly WhatWasMissing[]>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.tallyId] }),
    foreignKey({
      columns: [table.communityId, table.tallyId],
      foreignColumns: [tally.communityId, tally.id],
    }),
  ],
);
