import { sql } from "drizzle-orm";
import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { PetitionState, PetitionStep, RefusalGround } from "~/domain/petitions/petition";
import type { PetitionAnswers } from "~/domain/petitions/petition-draft";
import type { PetitionRules } from "~/domain/petitions/petition-rules";
import type { Locale } from "~/i18n/locales";
import { communityId, createdAt, id, instant } from "./columns";
import { community, district } from "./communities";
import { person } from "./identity";

const petitionId = () => uuid("petition_id").notNull();

/** The parameters of petitions in a community, version by version; a petition keeps the ones it was opened with. */
export const petitionRules = pgTable(
  "petition_rules",
  {
    communityId: communityId().references(() => community.id),
    version: integer("version").notNull(),
    rules: jsonb("rules").$type<PetitionRules>().notNull(),
    madeBy: uuid("made_by"),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.version] })],
);

/** Answers given so far, reachable by a secret link of which only the hash is stored; no account needed. */
export const petitionDraft = pgTable(
  "petition_draft",
  {
    communityId: communityId().references(() => community.id),
    id: id(),
    resumeHash: text("resume_hash").notNull(),
    answers: jsonb("answers").$type<PetitionAnswers>().notNull(),
    version: integer("version").notNull().default(1),
    filedNumber: integer("filed_number"),
    updatedAt: instant("updated_at").notNull().default(sql`clock_timestamp()`),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    unique("petition_draft_resume").on(table.communityId, table.resumeHash),
  ],
);

/**
 * `state` repeats the newest `petition_event` that moves it and changes only together with it. That a threshold was
 * reached, that the text is hidden, that names were wiped are facts beside it. Rules are frozen at `opened_at`.
 */
export const petition = pgTable(
  "petition",
  {
    communityId: communityId().references(() => community.id),
    id: id(),
    number: integer("number").notNull(),
    state: text("state").$type<PetitionState>().notNull(),
    rules: jsonb("rules").$type<PetitionRules>().notNull(),
    rulesVersion: integer("rules_version").notNull(),
    title: text("title").notNull(),
    demand: text("demand").notNull(),
    grounds: text("grounds").notNull(),
    language: text("language").$type<Locale>().notNull(),
    addressee: text("addressee").notNull(),
    /** None means the whole community. */
    districtId: uuid("district_id"),
    searchText: text("search_text").notNull(),
    authorId: uuid("author_id"),
    authorName: text("author_name").notNull(),
    /** Empty once wiped. */
    authorEmail: text("author_email").notNull(),
    /** Secret link by which the author acts without an account. */
    authorHash: text("author_hash").notNull(),
    /** Link for first signatories; shared by the author, so it may be known to many. */
    secondHash: text("second_hash").notNull(),
    moderationDueAt: instant("moderation_due_at"),
    openedAt: instant("opened_at"),
    closesAt: instant("closes_at"),
    closedAt: instant("closed_at"),
    hiddenAt: instant("hidden_at"),
    wipeAt: instant("wipe_at"),
    wipedAt: instant("wiped_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    unique("petition_number").on(table.communityId, table.number),
    unique("petition_author_link").on(table.communityId, table.authorHash),
    unique("petition_second_link").on(table.communityId, table.secondHash),
    index("petition_state").on(table.communityId, table.state, table.closesAt),
    index("petition_words").using("gin", sql`to_tsvector('simple', search_text)`),
    index("petition_trigrams").using("gin", sql`search_text gin_trgm_ops`),
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

/** One dated public fact of a petition's life. */
export const petitionEvent = pgTable(
  "petition_event",
  {
    communityId: communityId(),
    id: id(),
    petitionId: petitionId(),
    step: text("step").$type<PetitionStep>().notNull(),
    state: text("state").$type<PetitionState>().notNull(),
    actorId: uuid("actor_id"),
    ground: text("ground").$type<RefusalGround>(),
    /** Public words on the step, in the language of who wrote them. */
    note: text("note").notNull().default(""),
    dueAt: instant("due_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    index("petition_event_petition").on(table.communityId, table.petitionId),
    foreignKey({
      columns: [table.communityId, table.petitionId],
      foreignColumns: [petition.communityId, petition.id],
    }),
  ],
);

/** Who has a petition open in the queue, until when: two moderators do not read the same one unawares. */
export const petitionLock = pgTable(
  "petition_lock",
  {
    communityId: communityId(),
    petitionId: petitionId(),
    personId: uuid("person_id").notNull(),
    until: instant("until").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.petitionId] }),
    foreignKey({
      columns: [table.communityId, table.petitionId],
      foreignColumns: [petition.communityId, petition.id],
    }),
    foreignKey({
      columns: [table.communityId, table.personId],
      foreignColumns: [person.communityId, person.id],
    }),
  ],
);

/** The author's challenge to a refusal; decided by a moderator who took no part in it. */
export const petitionReview = pgTable(
  "petition_review",
  {
    communityId: communityId(),
    id: id(),
    petitionId: petitionId(),
    grounds: text("grounds").notNull(),
    refusedBy: uuid("refused_by"),
    dueAt: instant("due_at").notNull(),
    outcome: text("outcome").$type<"upheld" | "rejected">(),
    note: text("note").notNull().default(""),
    decidedBy: uuid("decided_by"),
    decidedAt: instant("decided_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    uniqueIndex("petition_review_once")
      .on(table.communityId, table.petitionId)
      .where(sql`decided_at is null`),
    foreignKey({
      columns: [table.communityId, table.petitionId],
      foreignColumns: [petition.communityId, petition.id],
    }),
  ],
);

/** Whoever asked to be told what becomes of a petition. Wiped with the other contacts. */
export const petitionFollower = pgTable(
  "petition_follower",
  {
    communityId: communityId(),
    id: id(),
    petitionId: petitionId(),
    canonicalEmail: text("canonical_email").notNull(),
    email: text("email").notNull(),
    language: text("language").$type<Locale>().notNull(),
    leaveHash: text("leave_hash").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    unique("petition_follower_once").on(table.communityId, table.petitionId, table.canonicalEmail),
    unique("petition_follower_leave").on(table.communityId, table.leaveHash),
    foreignKey({
      columns: [table.communityId, table.petitionId],
      foreignColumns: [petition.communityId, petition.id],
    }),
  ],
);

/** The authority's answer; a correction adds a version. */
export const petitionAnswer = pgTable(
  "petition_answer",
  {
    communityId: communityId(),
    petitionId: petitionId(),
    version: integer("version").notNull(),
    language: text("language").$type<Locale>().notNull(),
    signedBy: text("signed_by").notNull(),
    outcome: text("outcome").$type<"accepted" | "partly" | "declined">().notNull(),
    body: text("body").notNull(),
    /** Addresses of documents with their names. */
    documents: jsonb("documents").$type<readonly { name: string; address: string }[]>().notNull(),
    /** A vote of the council by name, where there was one. */
    votes:
      jsonb("votes").$type<readonly { name: string; vote: "for" | "against" | "abstained" | "absent" }[]>(),
    changeNote: text("change_note").notNull().default(""),
    madeBy: uuid("made_by").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.petitionId, table.version] }),
    foreignKey({
      columns: [table.communityId, table.petitionId],
      foreignColumns: [petition.communityId, petition.id],
    }),
  ],
);

/** The debate a threshold makes due. Scheduled anew means another row; the newest counts. */
export const petitionDebate = pgTable(
  "petition_debate",
  {
    communityId: communityId(),
    id: id(),
    petitionId: petitionId(),
    scheduledFor: instant("scheduled_for").notNull(),
    place: text("place").notNull(),
    meetingAddress: text("meeting_address").notNull().default(""),
    minutesAddress: text("minutes_address").notNull().default(""),
    heldAt: instant("held_at"),
    notHeldReason: text("not_held_reason"),
    madeBy: uuid("made_by").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    index("petition_debate_petition").on(table.communityId, table.petitionId),
    foreignKey({
      columns: [table.communityId, table.petitionId],
      foreignColumns: [petition.communityId, petition.id],
    }),
  ],
);

/** A letter to all followers, sent in batches: `after` is the last follower served, so a killed worker goes on there. */
export const petitionMailing = pgTable(
  "petition_mailing",
  {
    communityId: communityId(),
    id: id(),
    petitionId: petitionId(),
    about: text("about").$type<PetitionStep>().notNull(),
    after: uuid("after"),
    sent: integer("sent").notNull().default(0),
    doneAt: instant("done_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    foreignKey({
      columns: [table.communityId, table.petitionId],
      foreignColumns: [petition.communityId, petition.id],
    }),
  ],
);
