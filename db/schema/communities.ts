import {
  date,
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
import type { DistrictShape, LocalText } from "~/domain/communities/community";
import type { DistrictFeature } from "~/domain/communities/district-file";
import type { Locale } from "~/i18n/locales";
import { communityId, createdAt, id, instant } from "./columns";

/** One row per tenant; a reference table on a sharded database (DB-2). */
export const community = pgTable("community", {
  id: id().primaryKey(),
  slug: text("slug").notNull().unique(),
  host: text("host").unique(),
  name: jsonb("name").$type<LocalText>().notNull(),
  zone: text("zone").notNull(),
  currency: text("currency").notNull(),
  languages: text("languages").array().$type<Locale[]>().notNull(),
  brandColour: text("brand_colour"),
  demo: instant("demo_since"),
  createdAt: createdAt(),
});

export const district = pgTable(
  "district",
  {
    communityId: communityId().references(() => community.id),
    id: id(),
    code: text("code").notNull(),
    name: jsonb("name").$type<LocalText>().notNull(),
    population: integer("population"),
    /** As given: answers which district a point lies in. */
    shape: jsonb("shape").$type<DistrictShape>(),
    /** The same with few points, neighbours simplified together: what a page draws. */
    outline: jsonb("outline").$type<DistrictShape>(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    unique("district_code").on(table.communityId, table.code),
  ],
);

/** A checked file of districts that waits for an administrator to read its report and apply it. */
export const districtImport = pgTable(
  "district_import",
  {
    communityId: communityId().references(() => community.id),
    id: id(),
    fileName: text("file_name").notNull(),
    sha256: text("sha256").notNull(),
    features: jsonb("features").$type<DistrictFeature[]>().notNull(),
    madeBy: uuid("made_by"),
    appliedAt: instant("applied_at"),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.id] })],
);

/**
 * A street or village by one of its names. A former name or a name in another language points to the row
 * of the present name; a former one also says until when it was valid, as exactly as known (2016, 2016-05-19).
 */
export const place = pgTable(
  "place",
  {
    communityId: communityId(),
    id: id(),
    districtId: uuid("district_id").notNull(),
    kind: text("kind").$type<"street" | "village">().notNull(),
    name: text("name").notNull(),
    foldedName: text("folded_name").notNull(),
    validUntil: text("valid_until"),
    currentId: uuid("current_id"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    index("place_current").on(table.communityId, table.currentId),
    foreignKey({
      name: "place_current_fk",
      columns: [table.communityId, table.currentId],
      foreignColumns: [table.communityId, table.id],
    }),
    unique("place_name").on(table.communityId, table.districtId, table.foldedName),
    foreignKey({
      columns: [table.communityId, table.districtId],
      foreignColumns: [district.communityId, district.id],
    }),
  ],
);

/** A weekday that is free, or a weekend day that is worked: the calendar by which terms in working days run. */
export const calendarDay = pgTable(
  "calendar_day",
  {
    communityId: communityId().references(() => community.id),
    day: date("day").notNull(),
    kind: text("kind").$type<"holiday" | "working">().notNull(),
    name: jsonb("name").$type<LocalText>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.day] })],
);
