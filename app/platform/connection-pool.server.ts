import type postgres from "postgres";
import { isConnectionLost, isDatabaseAway } from "./database-error.server";

/** More work is waiting for the database than can be answered in time: say 503 and try later. */
export class DatabaseBusyError extends Error {
  override name = "DatabaseBusyError";
}

/**
 * True when the database cannot do more at the moment or is being restarted (F-1): a 503 is the fair answer. A commit
 * of which nobody knows whether it happened is neither: whoever sends the same again might do it twice.
 */
export function isDatabaseBusy(error: unknown): boolean {
  if (!(error instanceof Error) || error.name === "CommitUnknownError") return false;
  return error instanceof DatabaseBusyError || isDatabaseAway(error) || isDatabaseBusy(error.cause);
}

export type PoolLimits = {
  /** Connections of this process; 10 unless said. */
  readonly max?: number;
  /** How many may wait for a connection; 500 unless said. */
  readonly queue?: number;
  /** Milliseconds one may wait for a connection; 4,000 unless said. */
  readonly patience?: number;
};

/** One connection. Once `isLost` it is never used again. */
export type Slot = { readonly client: postgres.Sql; isLost: boolean; readonly renewAt: number };

type Waiter = { take(slot: Slot): void; refuse(error: Error): void };

const renewAfter = 30 * 60_000;

/**
 * Lends connections, one user at a time. postgres.js has a pool of its own, but in version 3.4.9 a connection
 * cut at the wrong moment never sends again or ends the process (porsager/postgres#1154, #1208). Here each
 * connection is a client of its own, thrown away as soon as it breaks.
 */
export class ConnectionPool {
  readonly #open: (onClose: () => void) => postgres.Sql;
  readonly #limits: Required<PoolLimits>;
  readonly #idle: Slot[] = [];
  readonly #all = new Set<Slot>();
  readonly #waiting: Waiter[] = [];
  #hasEnded = false;

  /** @param open makes a client of one connection that calls `onClose` when it ends */
  constructor(
    open: (onClose: () => void) => postgres.Sql,
    { max = 10, queue = 500, patience = 4_000 }: PoolLimits,
  ) {
    this.#open = open;
    this.#limits = { max, queue, patience };
  }

  /** Lends a connection to `work` until it settles. */
  async use<T>(work: (slot: Slot) => Promise<T>): Promise<T> {
    const slot = await this.#acquire();
    try {
      return await work(slot);
    } catch (error) {
      if (isConnectionLost(error)) slot.isLost = true;
      throw error;
    } finally {
      this.#release(slot);
    }
  }

  /** Lets nobody in any more and gives what runs 5 seconds. */
  async end(): Promise<void> {
    this.#hasEnded = true;
    for (const waiter of this.#waiting.splice(0))
      waiter.refuse(new DatabaseBusyError("The database is being closed."));
    await Promise.all([...this.#all].map(({ client }) => client.end({ timeout: 5 })));
  }

  async #acquire(): Promise<Slot> {
    if (this.#hasEnded) throw new DatabaseBusyError("The database has been closed.");
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#all.size < this.#limits.max) return this.#add();
    if (this.#waiting.length >= this.#limits.queue)
      throw new DatabaseBusyError("Too many statements are waiting.");
    return new Promise((resolve, reject) => {
      const waiter: Waiter = { take: settle(resolve), refuse: settle(reject) };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        reject(new DatabaseBusyError("No connection became free in time."));
      }, this.#limits.patience);
      function settle<V>(finish: (value: V) => void) {
        return (value: V) => {
          clearTimeout(timer);
          finish(value);
        };
      }
      this.#waiting.push(waiter);
    });
  }

  #add(): Slot {
    const slot: Slot = {
      client: this.#open(() => this.#discard(slot)),
      isLost: false,
      renewAt: Date.now() + renewAfter * (1 + Math.random()),
    };
    this.#all.add(slot);
    return slot;
  }

  #release(slot: Slot): void {
    if (slot.isLost || Date.now() > slot.renewAt) this.#discard(slot);
    const next = this.#waiting.shift();
    if (next) next.take(this.#all.has(slot) ? slot : this.#add());
    else if (this.#all.has(slot)) this.#idle.push(slot);
  }

  /** Its user, if any, still gives it back; it is then not in the pool any more. */
  #discard(slot: Slot): void {
    slot.isLost = true;
    if (!this.#all.delete(slot)) return;
    const place = this.#idle.indexOf(slot);
    if (place >= 0) this.#idle.splice(place, 1);
    void slot.client.end({ timeout: 0 });
  }
}
