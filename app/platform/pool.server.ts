import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { type ConnectionOptions, connect } from "./connection.server";
import { keepTransactionsSteady } from "./steady-transaction.server";

export type Database = PostgresJsDatabase<Record<string, never>>;

export type PoolOptions = ConnectionOptions & {
  /** Sees every statement drizzle sends. */
  readonly onQuery?: (query: string, params: unknown[]) => void;
};

export type Pool = {
  /** The database as it is now; not to be kept over an await. */
  current(): Database;
  /** Ends it: queries under way get 5 seconds. */
  end(): Promise<void>;
};

const drainSeconds = 10;
const dateTypes = [1082, 1083, 1114, 1184, 1115, 1182, 1185, 1231];

/**
 * A pool that comes back by itself after the server was away. A connection of postgres.js 3.4.9 that is cut
 * while a query waits to be written never sends anything again (its write timer stays set). So the first cut
 * retires the whole client: what runs on it may finish, what comes next gets a new one.
 */
export function openPool(url: string, options: PoolOptions): Pool {
  let now = open();
  let ended = false;

  function open(): { client: postgres.Sql; database: Database } {
    let wasConnected = false;
    const client = connect(url, {
      ...options,
      onConnect: () => {
        wasConnected = true;
      },
      onClose: () => {
        if (ended || !wasConnected || now.client !== client) return;
        now = open();
        void client.end({ timeout: drainSeconds });
      },
    });
    keepTransactionsSteady(client);
    const { onQuery } = options;
    const database = drizzle(client, onQuery ? { logger: { logQuery: onQuery } } : {});
    acceptDates(client);
    return { client, database };
  }

  return {
    current: () => now.database,
    async end() {
      ended = true;
      await now.client.end({ timeout: 5 });
    },
  };
}

/** drizzle makes the client refuse a Date in raw SQL; ISO text is exact to the millisecond a Date has. */
function acceptDates(client: postgres.Sql): void {
  for (const type of dateTypes) {
    client.options.serializers[type] = (value: unknown) => (value instanceof Date ? value.toISOString() : value);
  }
}
