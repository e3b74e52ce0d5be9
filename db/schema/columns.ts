import { sql } from "drizzle-orm";
import { bigint, customType, timestamp, uuid } from "drizzle-orm/pg-core";

/** First column of every tenant table, of its primary key and of each of its unique and foreign keys (DB-1). */
export const communityId = () => uuid("community_id").notNull();

/** Made by the application: UUIDv7, or v4 where the time must stay hidden (DB-3). */
export const id = () => uuid("id").notNull();

/** An instant in UTC. Deadlines are compared by the database clock inside the statement (SC-8). */
export const instant = (name: string) => timestamp(name, { withTimezone: true });

export const createdAt = () => instant("created_at").notNull().default(sql`clock_timestamp()`);

/** Integer minor units of the community's currency (kopiyka, kopeck, grosz, cent). */
export const money = (name: string) => bigint(name, { mode: "number" });

export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
});
