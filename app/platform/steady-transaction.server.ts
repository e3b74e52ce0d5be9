import type postgres from "postgres";
import { isConnectionLost } from "./database-error.server";

/** The part of a client that drizzle uses inside a transaction. */
type TransactionClient = {
  unsafe: postgres.Sql["unsafe"];
  savepoint<T>(fn: (client: TransactionClient) => Promise<T>): Promise<T>;
};
type Work<T> = (client: TransactionClient) => Promise<T>;
type Connection = { onclose: ((error: Error) => void) | null };

/**
 * Replaces `begin` of a client for drizzle. The one in postgres.js 3.4.9 sends ROLLBACK into a connection that
 * is gone, which ends the whole process from inside a timer (porsager/postgres#1154, #1208). This one knows
 * when the connection goes and then sends nothing more.
 */
export function keepTransactionsSteady(client: postgres.Sql): void {
  Object.assign(client, { begin: <T>(fn: Work<T>) => begin(client, fn) });
}

async function begin<T>(client: postgres.Sql, fn: Work<T>): Promise<T> {
  const session = await client.reserve();
  let lost: Error | undefined;
  const noticeLoss = (connection: Connection) => {
    connection.onclose = (error) => {
      lost = error;
    };
    return true;
  };
  const send: postgres.Sql["unsafe"] = (...query) => {
    if (lost) throw lost;
    return session.unsafe(...query);
  };
  try {
    const watched = { prepare: false, onexecute: noticeLoss };
    await session.unsafe("begin", [], watched);
    const value = await fn(withSavepoints(send));
    const { command } = await send("commit");
    if (command !== "COMMIT") throw new Error("The transaction was undone: a statement had failed and nobody noticed.");
    session.release();
    return value;
  } catch (error) {
    // A lost connection has ended its transaction; the driver takes it back by itself.
    if (!lost && !isConnectionLost(error)) await undo(send, session);
    throw error;
  }
}

async function undo(send: postgres.Sql["unsafe"], session: postgres.ReservedSql): Promise<void> {
  try {
    await send("rollback");
    session.release();
  } catch (error) {
    if (!isConnectionLost(error)) throw error;
  }
}

function withSavepoints(send: postgres.Sql["unsafe"]): TransactionClient {
  let count = 0;
  const client: TransactionClient = {
    unsafe: send,
    async savepoint(fn) {
      count += 1;
      const name = `s${count}`;
      await send(`savepoint ${name}`);
      try {
        const value = await fn(client);
        await send(`release savepoint ${name}`);
        return value;
      } catch (error) {
        if (!isConnectionLost(error)) await send(`rollback to savepoint ${name}`);
        throw error;
      }
    },
  };
  return client;
}
