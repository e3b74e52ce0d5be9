import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { type ConnectionOptions, connect } from "./connection.server";
import { databaseFault } from "./database-error.server";

export type Database = PostgresJsDatabase<Record<string, never>>;
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
export type Queryable = Database | Transaction;

export type DatabaseOptions = ConnectionOptions & {
  /** Sees every statement drizzle sends. */
  readonly onQuery?: (query: string, params: unknown[]) => void;
};

export type TransactionOptions = {
  readonly isolation?: "read committed" | "repeatable read" | "serializable";
  /** Milliseconds each statement of this transaction may run, instead of the connection's limit. */
  readonly statementTimeout?: number;
};

/** The connection broke while COMMIT was on its way: read by key to learn what happened, never repeat blindly. */
export class CommitUnknownError extends Error {
  override name = "CommitUnknownError";
}

type Open = { readonly client: postgres.Sql; readonly database: Database };

// The server entry and the bundled pages may each carry a copy of this module; they share one pool.
const shared = globalThis as typeof globalThis & { openwardDatabase?: Open | undefined };
const assertions = process.env["NODE_ENV"] === "production" ? undefined : new AsyncLocalStorage<true>();

const tries = 3;
const repeatable = new Set(["40001", "40P01"]);
const lost = new Set(["57P01", "CONNECTION_CLOSED", "CONNECTION_DESTROYED"]);

/**
 * Opens the pool that `database()` and `transaction()` use.
 * Raw SQL on it takes a Date but gives timestamps back as text, with PostgreSQL's microseconds.
 * @throws {Error} when a pool is open already
 */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  if (shared.openwardDatabase) throw new Error("The database is open already.");
  const client = connect(url, options);
  const { onQuery } = options;
  const database: Database = drizzle(client, onQuery ? { logger: { logQuery: onQuery } } : {});
  acceptDates(client);
  shared.openwardDatabase = { client, database };
  return database;
}

/** Ends the pool: queries under way get 5 seconds. Does nothing when none is open. */
export async function closeDatabase(): Promise<void> {
  const open = shared.openwardDatabase;
  shared.openwardDatabase = undefined;
  await open?.client.end({ timeout: 5 });
}

/**
 * The open pool. Not inside the callback of `transaction`, where only `tx` is used: a second connection
 * would not see its rows, and a pool of one would wait for itself.
 */
export function database(): Database {
  if (assertions?.getStore()) throw new Error("Inside a transaction use tx, not database().");
  return opened().database;
}

/**
 * Runs `fn` in one transaction, the whole of it again (at most 3 times) after a serialisation failure, a
 * deadlock or a lost connection. So `fn` does nothing that a rollback does not undo.
 * @throws {CommitUnknownError} when nobody can say whether the commit happened
 */
export async function transaction<T>(
  fn: (tx: Transaction) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  if (assertions?.getStore()) throw new Error("Inside a transaction use tx.transaction, not transaction().");
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(fn, options);
    } catch (error) {
      if (error instanceof CommitUnknownError || attempt === tries || !mayRepeat(error)) throw error;
      await sleep(2 ** attempt * 10 * (0.5 + Math.random()));
    }
  }
}

async function once<T>(fn: (tx: Transaction) => Promise<T>, options: TransactionOptions): Promise<T> {
  const { isolation, statementTimeout } = options;
  let committing = false;
  const run = async (tx: Transaction) => {
    if (statementTimeout !== undefined) {
      await tx.execute(sql`select set_config('statement_timeout', ${String(statementTimeout)}, true)`);
    }
    const value = await (assertions ? assertions.run(true, () => fn(tx)) : fn(tx));
    committing = true;
    return value;
  };
  try {
    return await opened().database.transaction(run, isolation ? { isolationLevel: isolation } : undefined);
  } catch (error) {
    if (committing && isLost(error)) throw new CommitUnknownError("The answer to a commit was lost.", { cause: error });
    throw error;
  }
}

function opened(): Open {
  if (!shared.openwardDatabase) throw new Error("The database is not open: call openDatabase first.");
  return shared.openwardDatabase;
}

function isLost(error: unknown): boolean {
  return lost.has(databaseFault(error)?.code ?? "");
}

function mayRepeat(error: unknown): boolean {
  return isLost(error) || repeatable.has(databaseFault(error)?.code ?? "");
}

/** drizzle makes the client refuse a Date in raw SQL; ISO text keeps every instant exact to the millisecond. */
function acceptDates(client: postgres.Sql): void {
  const dateTypes = [1082, 1083, 1114, 1184, 1115, 1182, 1185, 1231];
  for (const type of dateTypes) {
    client.options.serializers[type] = (value: unknown) => (value instanceof Date ? value.toISOString() : value);
  }
}
