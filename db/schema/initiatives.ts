import { sql } from "drizzle-orm";
import {
  boolean,
  doublePrecision,
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
import type { DraftAnswers } from "~/domain/initiatives/draft";
import type { InitiativeState, InitiativeStep, RefusalReason } from "~/domain/initiatives/initiative";
import type { Locale } from "~/i18n/locales";
import { communityId, createdAt, id, instant, money } from "./columns";
import { district } from "./communities";
import { person } from "./identity";
import { round } from "./prioritisation";

/** Answers given so far, reachable by a secret link of which only the hash is stored; no account needed. */
export const initiativeDraft = pgTable(
  "initiative_draft",
  {
    communityId: communityId(),
    id: id(),
    roundId: uuid("round_id").notNull(),
    resumeHash: text("resume_hash").notNull(),
    answers: jsonb("answers").$type<DraftAnswers>().notNull(),
    version: integer("version").notNull().default(1),
    submittedNumber: integer("submitted_number"),
    updatedAt: instant("updated_at").notNull().default(sql`clock_timestamp()`),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    unique("initiative_draft_resume").on(table.communityId, table.resumeHash),
    foreignKey({
      columns: [table.communityId, table.roundId],
      foreignColumns: [round.communityId, round.id],
    }),
  ],
);

/** `state` repeats the newest `initiative_event` and moves only together with it, guarded by the old value. */
export const initiative = pgTable(
  "initiative",
  {
    communityId: communityId(),
    id: id(),
    roundId: uuid("round_id").notNull(),
    number: integer("number").notNull(),
    state: text("state").$type<InitiativeState>().notNull(),
    version: integer("version").notNull().default(1),
    districtId: uuid("district_id"),
    theme: text("theme").notNull(),
    title: text("title").notNull(),
    searchText: text("search_text").notNull(),
    authorId: uuid("author_id"),
    authorName: text("author_name").notNull(),
    contactEmail: text("contact_email").notNull(),
    showName: boolean("show_name").notNull(),
    submittedAt: instant("submitted_at").notNull().default(sql`clock_timestamp()`),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    unique("initiative_number").on(table.communityId, table.number),
    index("initiative_round").on(table.communityId, table.roundId, table.state),
    // Folded words for the search by beginnings, by Russian stems and by similarity.
    index("initiative_words").using("gin", sql`to_tsvector('simple', search_text)`),
    index("initiative_stems").using("gin", sql`to_tsvector('russian', search_text)`),
    index("initiative_trigrams").using("gin", sql`search_text gin_trgm_ops`),
    foreignKey({
      columns: [table.communityId, table.roundId],
      foreignColumns: [round.communityId, round.id],
    }),
    foreignKey({
      columns: [table.communityId, table.districtId],
      foreignColumns: [district.communityId, district.id],
    }),
    foreignKey({
      columns: [table.communityId, table.authorId],
      foreignColumns: [person.communityId, person.id],
    }),
  ],
);

const initiativeId = () => uuid("initiative_id").notNull();

/** Every text ever published of an initiative; a correction adds a row. */
export const initiativeVersion = pgTable(
  "initiative_version",
  {
    communityId: communityId(),
    initiativeId: initiativeId(),
    version: integer("version").notNull(),
    language: text("language").$type<Locale>().notNull(),
    title: text("title").notNull(),
    problem: text("problem").notNull(),
    proposal: text("proposal").notNull(),
    beneficiaries: text("beneficiaries").notNull(),
    placeNote: text("place_note").notNull(),
    latitude: doublePrecision("latitude"),
    longitude: doublePrecision("longitude"),
    costGuess: money("cost_guess"),
    changeNote: text("change_note").notNull(),
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

/** A photo of a draft or of an initiative, re-encoded without its place and camera data (S-42). */
export const initiativePhoto = pgTable(
  "initiative_photo",
  {
    communityId: communityId(),
    id: id(),
    draftId: uuid("draft_id").notNull(),
    initiativeId: uuid("initiative_id"),
    description: text("description").notNull(),
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    bytes: integer("bytes").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    index("initiative_photo_draft").on(table.communityId, table.draftId),
    index("initiative_photo_initiative").on(table.communityId, table.initiativeId),
  ],
);

/** An invited joint author; becomes a co-author only by an own act. */
export const coAuthor = pgTable(
  "co_author",
  {
    communityId: communityId(),
    id: id(),
    initiativeId: initiativeId(),
    canonicalEmail: text("canonical_email").notNull(),
    tokenHash: text("token_hash").notNull(),
    personId: uuid("person_id"),
    name: text("name"),
    acceptedAt: instant("accepted_at"),
    declinedAt: instant("declined_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    unique("co_author_once").on(table.communityId, table.initiativeId, table.canonicalEmail),
    unique("co_author_token").on(table.communityId, table.tokenHash),
    foreignKey({
      columns: [table.communityId, table.initiativeId],
      foreignColumns: [initiative.communityId, initiative.id],
    }),
  ],
);

/** One dated fact of an initiative's life: who did what, why, and the state it led to. */
export const initiativeEvent = pgTable(
  "initiative_event",
  {
    communityId: communityId(),
    id: id(),
    initiativeId: initiativeId(),
    step: text("step").$type<InitiativeStep>().notNull(),
    state: text("state").$type<InitiativeState>().notNull(),
    actorId: uuid("actor_id"),
    reason: text("reason").$type<RefusalReason>(),
    note: text("note").notNull().default(""),
    dueAt: instant("due_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    index("initiative_event_initiative").on(table.communityId, table.initiativeId),
    foreignKey({
      columns: [table.communityId, table.initiativeId],
      foreignColumns: [initiative.communityId, initiative.id],
    }),
  ],
);
