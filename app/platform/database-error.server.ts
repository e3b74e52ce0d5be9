import postgres from "postgres";

/** The part of a database error that names no value of any row: safe to log and to decide by. */
export type DatabaseFault = {
  /** SQLSTATE such as `23505`, or the driver's own word such as `CONNECTION_CLOSED`. */
  readonly code: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly column?: string;
};

/** Finds the database's answer inside an error, however deep drizzle has wrapped it. */
export function databaseFault(error: unknown): DatabaseFault | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (current instanceof postgres.PostgresError) {
      return {
        code: current.code,
        ...(current.constraint_name && { constraint: current.constraint_name }),
        ...(current.table_name && { table: current.table_name }),
        ...(current.column_name && { column: current.column_name }),
      };
    }
    const { code } = current as NodeJS.ErrnoException;
    if (code && /^(CONNECT|ECONN|EACCES$|ENOENT$|EPIPE$)/.test(code)) return { code };
  }
  return undefined;
}

/** True for the violation of a unique key, of the named one when a name is given. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const fault = databaseFault(error);
  return fault?.code === "23505" && (constraint === undefined || fault.constraint === constraint);
}

const lost = new Set(["57P01", "57P02", "CONNECTION_CLOSED", "CONNECTION_DESTROYED", "ECONNRESET", "EPIPE"]);

/** True when the connection went away under a statement: the server ended it (57P01) or is gone itself. */
export function isConnectionLost(error: unknown): boolean {
  return lost.has(databaseFault(error)?.code ?? "");
}

const away = new Set([...lost, "57P03", "53300", "CONNECT_TIMEOUT", "ECONNREFUSED"]);

/** True when the server is gone or on its way: restarted, killed, not yet ready. It is worth trying again later. */
export function isDatabaseAway(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    const { code, syscall } = current as NodeJS.ErrnoException;
    // The socket of an embedded server that is not running.
    if (code === "ENOENT" && syscall === "connect") return true;
  }
  return away.has(databaseFault(error)?.code ?? "");
}
