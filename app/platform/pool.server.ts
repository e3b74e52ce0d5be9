import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { type ConnectionOptions, connect } from "./connection.server";
import { ConnectionPool, type PoolLimits, type Slot } from "./connection-pool.server";
import { isConnectionLost } from "./database-error.server";

export type Database = PostgresJsDatabase<Record<string, never>>;

export type DatabaseOptions = Omit<ConnectionOptions, "onClose"> &
  PoolLimits & {
    /** Sees every statement drizzle sends. */
    readonly onQuery?: (query: string, params: unknown[]) => void;
  };

export type Pool = { readonly database: Database; end(): Promise<void> };

/** The parts of a postgres.js client that drizzle uses. */
type Client = {
  unsafe(
    text: string,
    params?: Parameters<postgres.Sql["unsafe"]>[1],
    options?: { prepare?: boolean },
  ): Promise<unknown> & { values(): Promise<unknown> };
};
type TransactionClient = Client & {
  savepoint<T>(work: (client: TransactionClient) => Promise<T>): Promise<T>;
};

const textTypes = [1082, 1083, 1114, 1184, 1115, 1182, 1185, 1231];
const jsonTypes = [114, 3802];
const longestPrepared = 60;

/** Opens drizzle over a pool of connections. Nothing is sent before the first query. */
export function openPool(url: string, options: DatabaseOptions): Pool {
  const { onQuery, ...connection } = options;
  const pool = new ConnectionPool((onClose) => adapt(connect(url, { ...connection, onClose })), connection);
  const client = {
    options: { parsers: {}, serializers: {} },
    ...clientOver((send) => pool.use(async (slot) => send(slot.client))),
    begin: <T>(work: (client: TransactionClient) => Promise<T>) => pool.use((slot) => begin(slot, work)),
  };
  const database: Database = drizzle(
    client as unknown as postgres.Sql,
    onQuery ? { logger: { logQuery: onQuery } } : {},
  );
  return { database, end: () => pool.end() };
}

type Send = (client: postgres.Sql) => PromiseLike<unknown>;

function clientOver(run: (send: Send) => Promise<unknown>): Client {
  return {
    unsafe(text, params = [], options = {}) {
      let asArrays = false;
      const query = [text, params, { ...options, prepare: isWorthPreparing(params) }] as const;
      // Sent a moment later, because drizzle says in the same breath whether it wants arrays.
      const answer = Promise.resolve().then(() =>
        run((client) => (asArrays ? client.unsafe(...query).values() : client.unsafe(...query))),
      );
      const values = () => {
        asArrays = true;
        return answer;
      };
      return Object.assign(answer, { values });
    },
  };
}

/**
 * Prepared statements save a round trip and the planning each time (1.6 times as many queries a second). Long
 * parameter lists come in too many lengths to be kept. `?prepare=false` in the address turns it off, for
 * PgBouncer before 1.21.
 */
function isWorthPreparing(params: readonly unknown[]): boolean {
  return params.length > 0 && params.length <= longestPrepared;
}

/** One transaction. A connection that goes away takes its transaction with it, so nothing is sent on it again. */
async function begin<T>(slot: Slot, work: (client: TransactionClient) => Promise<T>): Promise<T> {
  const client = withSavepoints(slot);
  await client.unsafe("begin");
  let value: T;
  try {
    value = await work(client);
  } catch (error) {
    await rollback(slot, client, error);
    throw error;
  }
  const { command } = (await client.unsafe("commit")) as { command: string };
  if (command !== "COMMIT")
    throw new Error("The transaction was undone: a statement in it had failed unnoticed.");
  return value;
}

async function rollback(slot: Slot, client: Client, reason: unknown): Promise<void> {
  if (slot.isLost || isConnectionLost(reason)) return;
  try {
    await client.unsafe("rollback");
  } catch {
    // The reason is thrown on; a connection in an unknown state is not used again, and its end undoes everything.
    slot.isLost = true;
  }
}

function withSavepoints(slot: Slot): TransactionClient {
  let count = 0;
  const send = clientOver(async (query) => {
    if (slot.isLost) throw Object.assign(new Error("The connection is gone."), { code: "CONNECTION_CLOSED" });
    return query(slot.client);
  });
  const client: TransactionClient = {
    ...send,
    async savepoint(work) {
      count += 1;
      const name = `s${count}`;
      await send.unsafe(`savepoint ${name}`);
      try {
        const value = await work(client);
        await send.unsafe(`release savepoint ${name}`);
        return value;
      } catch (error) {
        if (!slot.isLost && !isConnectionLost(error)) await send.unsafe(`rollback to savepoint ${name}`);
        throw error;
      }
    },
  };
  return client;
}

/**
 * Gives a connection drizzle's way with values: dates and JSON pass as text both ways. A Date from raw SQL,
 * which drizzle's own settings would refuse, is written as ISO text, exact to the millisecond it has.
 */
function adapt(client: postgres.Sql): postgres.Sql {
  const { parsers, serializers } = client.options;
  const asText = (value: unknown) => (value instanceof Date ? value.toISOString() : value);
  for (const type of textTypes) {
    parsers[type] = (text: string) => text;
    serializers[type] = asText;
  }
  for (const type of jsonTypes) serializers[type] = (value: unknown) => value;
  return client;
}
