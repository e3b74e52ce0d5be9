import { makePgArray, parsePgArray } from "drizzle-orm/pg-core";
import postgres from "postgres";

export type ConnectionOptions = {
  /** Shown in `pg_stat_activity`. */
  readonly applicationName?: string;
  /** Milliseconds a statement may run; 5,000 unless said, 0 for no limit. */
  readonly statementTimeout?: number;
  /** Called when the connection ends, for whatever reason, also when it could not be made. */
  readonly onClose?: () => void;
};

const defaultStatementTimeout = 5_000;
const lockTimeout = 4_000;
const idleInTransactionTimeout = 15_000;

const textArrays = [1009, 1003, 1015, 2951];
const numberArrays = [1007, 1005, 1021, 1022];
const writeArray = (value: unknown) => (Array.isArray(value) ? makePgArray(value) : value);

/**
 * A bare client of one connection with this project's limits, for what drizzle does not do: migrations, dumps,
 * CREATE DATABASE. A socket folder is given as `postgres://postgres@localhost:5432/name?host=/folder`.
 * Nothing is sent before the first query; a connection that breaks is made anew for the next one.
 */
export function connect(url: string, options: ConnectionOptions = {}): postgres.Sql {
  const address = new URL(url);
  const folder = address.searchParams.get("host");
  address.searchParams.delete("host");
  const statementTimeout = options.statementTimeout ?? defaultStatementTimeout;
  return postgres(address.href, {
    ...(folder && { path: `${folder}/.s.PGSQL.${address.port || 5432}` }),
    ...(options.onClose && { onclose: options.onClose }),
    max: 1,
    max_lifetime: null,
    connect_timeout: 5,
    onnotice: () => {},
    // Asking the server for array types adds a round trip, and a cut during it would end the process.
    fetch_types: false,
    types: {
      textArray: { to: 1009, from: textArrays, serialize: writeArray, parse: parsePgArray },
      numberArray: {
        to: 1007,
        from: numberArrays,
        serialize: writeArray,
        parse: (text: string) => parsePgArray(text).map(Number),
      },
    },
    connection: {
      application_name: options.applicationName ?? "openward",
      TimeZone: "UTC",
      statement_timeout: statementTimeout,
      lock_timeout: statementTimeout === 0 ? 0 : Math.min(statementTimeout, lockTimeout),
      idle_in_transaction_session_timeout: idleInTransactionTimeout,
    },
  });
}
