import postgres from "postgres";

export type ConnectionOptions = {
  /** Connections of this process; 10 unless said. */
  readonly max?: number;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName?: string;
  /** Milliseconds a statement may run; 5,000 unless said, 0 for no limit. */
  readonly statementTimeout?: number;
  /** Keeps connections open for ever instead of renewing them within the hour. */
  readonly lasting?: boolean;
  /** Called when a connection has been greeted by the server. */
  readonly onConnect?: () => void;
  /** Called when a connection ends, for whatever reason, also when it could not be made. */
  readonly onClose?: () => void;
};

const defaultStatementTimeout = 5_000;
const lockTimeout = 4_000;
const idleInTransactionTimeout = 15_000;

/**
 * A bare client with this project's limits. drizzle takes over a client's serialisers, so what needs bare SQL
 * (migrations, dumps, CREATE DATABASE) opens its own. A socket folder is given as
 * `postgres://postgres@localhost:5432/name?host=/folder`. Nothing is sent before the first query.
 */
export function connect(url: string, options: ConnectionOptions = {}): postgres.Sql {
  const address = new URL(url);
  const folder = address.searchParams.get("host");
  address.searchParams.delete("host");
  const statementTimeout = options.statementTimeout ?? defaultStatementTimeout;
  return postgres(address.href, {
    ...(folder && { path: `${folder}/.s.PGSQL.${address.port || 5432}` }),
    ...(options.lasting && { max_lifetime: null }),
    ...(options.onConnect && { onparameter: options.onConnect }),
    ...(options.onClose && { onclose: options.onClose }),
    max: options.max ?? 10,
    connect_timeout: 5,
    onnotice: () => {},
    connection: {
      application_name: options.applicationName ?? "openward",
      TimeZone: "UTC",
      statement_timeout: statementTimeout,
      lock_timeout: statementTimeout === 0 ? 0 : Math.min(statementTimeout, lockTimeout),
      idle_in_transaction_session_timeout: idleInTransactionTimeout,
    },
  });
}
