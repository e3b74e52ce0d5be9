import { foreignKey, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import type { DistrictShape, LocalText } from "~/domain/communities/community";
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
    shape: jsonb("shape").$type<DistrictShape>(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    unique("district_code").on(table.communityId, table.code),
  ],
);

/** A street or village by one of its names; former names carry the date until which they were valid. */
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
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    unique("place_name").on(table.communityId, table.districtId, table.foldedName),
    foreignKey({
      columns: [table.communityId, table.districtId],
      foreignColumns: [district.communityId, district.id],
    }),
  ],
);
