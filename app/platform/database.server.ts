import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { databaseFault, isConnectionLost } from "./database-error.server";
import { type Database, type DatabaseOptions, openPool, type Pool } from "./pool.server";

export type { Database };
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
export type Queryable = Database | Transaction;

export type TransactionOptions = {
  readonly isolation?: "read committed" | "repeatable read" | "serializable";
  /** Milliseconds each statement of this transaction may run, instead of the connection's limit. */
  readonly statementTimeout?: number;
};

/** The connection broke while COMMIT was on its way: read by key to learn what happened, never repeat blindly. */
export class CommitUnknownError extends Error {
  override name = "CommitUnknownError";
}

// The server entry and the bundled pages may each carry a copy of this module; they share one pool.
const shared = globalThis as typeof globalThis & { openwardPool?: Pool | undefined };
const inTransaction = process.env.NODE_ENV === "production" ? undefined : new AsyncLocalStorage<true>();

const tries = 3;
const conflicts = new Set(["40001", "40P01"]);

/**
 * Opens the pool that `database()` and `transaction()` use. Nothing is sent before the first query.
 * Raw SQL on it takes a Date but gives timestamps back as text, with PostgreSQL's microseconds.
 * @throws {Error} when a pool is open already
 */
export function openDatabase(url: string, options: DatabaseOptions = {}): void {
  if (shared.openwardPool) throw new Error("The database is open already.");
  shared.openwardPool = openPool(url, options);
}

/** Ends the pool: queries under way get 5 seconds. Does nothing when none is open. */
export async function closeDatabase(): Promise<void> {
  const pool = shared.openwardPool;
  shared.openwardPool = undefined;
  await pool?.end();
}

/**
 * The open pool. Not inside the callback of `transaction`, where only `tx` is used: a second connection would
 * not see its rows, and a pool of one would wait for itself.
 */
export function database(): Database {
  if (inTransaction?.getStore()) throw new Error("Inside a transaction use tx, not database().");
  return openedPool().database;
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
  if (inTransaction?.getStore())
    throw new Error("Inside a transaction use tx.transaction, not transaction().");
  return await repeatable(() => runOnce(fn, options));
}

/**
 * Runs `fn`, which may be done twice without harm, again (at most 3 times) after a deadlock or a lost connection:
 * for a statement that is a transaction by itself, which saves the round trips of BEGIN and COMMIT.
 */
export async function repeatable<T>(fn: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await fn();
    } catch (error) {
      if (attempt === tries || !mayRepeat(error)) throw error;
      await sleep(2 ** attempt * 10 * (0.5 + Math.random()));
    }
  }
}

async function runOnce<T>(fn: (tx: Transaction) => Promise<T>, options: TransactionOptions): Promise<T> {
  const { isolation, statementTimeout } = options;
  let committing = false;
  const work = async (tx: Transaction) => {
    if (statementTimeout !== undefined) {
      await tx.execute(sql`select set_config('statement_timeout', ${String(statementTimeout)}, true)`);
    }
    const value = await (inTransaction ? inTransaction.run(true, () => fn(tx)) : fn(tx));
    committing = true;
    return value;
  };
  try {
    return await openedPool().database.transaction(work, isolation && { isolationLevel: isolation });
  } catch (error) {
    if (!committing || !isConnectionLost(error)) throw error;
    throw new CommitUnknownError("The answer to a commit was lost.", { cause: error });
  }
}

function openedPool(): Pool {
  if (!shared.openwardPool) throw new Error("The database is not open: call openDatabase first.");
  return shared.openwardPool;
}

function mayRepeat(error: unknown): boolean {
  if (error instanceof CommitUnknownError) return false;
  return isConnectionLost(error) || conflicts.has(databaseFault(error)?.code ?? "");
}
