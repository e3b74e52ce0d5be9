import { DrizzleQueryError } from "drizzle-orm/errors";
import pino, { type DestinationStream, type LogFn, type Logger } from "pino";
import postgres from "postgres";
import { databaseFault } from "./database-error.server";

/** Field names whose values never reach the log, at the top and one level down. */
const secretFields = [
  "address",
  "authorization",
  "ballot",
  "body",
  "code",
  "cookie",
  "email",
  "form",
  "name",
  "parameters",
  "params",
  "password",
  "phone",
  "receipt",
  "secret",
  "text",
  "token",
];

/** Makes a logger; one JSON object a line, so that no text from outside can start a line of its own. */
export function createLogger(destination?: DestinationStream, level = "info"): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: secretFields.flatMap((field) => [field, `*.${field}`]), censor: "[removed]" },
      serializers: { err: describeError, error: describeError },
      hooks: { logMethod: withSafeMessage },
    },
    destination,
  );
}

/** Without a message of ours pino would take the error's own, unsafe one. */
function withSafeMessage(this: Logger, args: Parameters<LogFn>, method: LogFn): void {
  const [first, message, ...rest] = args as unknown as [unknown, string | undefined, ...unknown[]];
  const fields = first instanceof Error ? { err: first } : first;
  const hasError = typeof fields === "object" && fields !== null && "err" in fields;
  if (hasError && message === undefined) method.call(this, fields, describeError(fields.err).message);
  else method.call(this, fields, message, ...rest);
}

/** The log of this process, on standard output. Errors are passed as `{ err }`. */
export const log = createLogger(undefined, process.env.VITEST ? "silent" : "info");

export type ErrorDescription = {
  readonly type: string;
  readonly message: string;
  readonly sqlstate?: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly column?: string;
  readonly frames?: readonly string[];
  readonly cause?: ErrorDescription;
};

/**
 * What may be said about an error: where it happened and what kind it is, without the values of the query.
 * drizzle prints every parameter in its message, PostgreSQL quotes values in messages and details.
 */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error))
    return { type: typeof error, message: "Something that is not an error was thrown." };
  const { code, ...where } =
    error instanceof postgres.PostgresError
      ? (databaseFault(error) ?? { code: undefined })
      : { code: undefined };
  const frames = error.stack
    ?.split("\n")
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());
  return {
    type: error.name,
    message: safeMessage(error),
    ...(code && { sqlstate: code }),
    ...where,
    ...(frames?.length && { frames }),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}

function safeMessage(error: Error): string {
  if (error instanceof DrizzleQueryError) return `Failed query: ${error.query}`;
  // Class 22 (data exceptions) quotes the value that does not fit.
  if (error instanceof postgres.PostgresError && error.code.startsWith("22")) return "A value does not fit.";
  return error.message.slice(0, 2_000).replace(/[^\s@<>"']+@[^\s@<>"']+/g, "[address]");
}
