import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { isIP } from "node:net";
import { join, resolve } from "node:path";
import { z } from "zod";

/** A setting that cannot be used. The message is one sentence that names the variable. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

/** What the surroundings say about this installation. Paths are absolute, `origin` has no trailing slash. */
export type Environment = {
  readonly databaseUrl?: string;
  readonly port: number;
  readonly origin: string;
  readonly dataFolder: string;
  readonly smtpUrl?: string;
  readonly mailFrom?: string;
  readonly demo: boolean;
  readonly trustedProxies: readonly string[];
  readonly secret?: string;
};

const sentence = (text: string) => ({ error: text });
const yes = ["1", "true", "yes", "on"];
const no = ["0", "false", "no", "off"];

const variables = z.object({
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      ...sentence("DATABASE_URL must look like postgres://user:password@host:5432/database."),
    })
    .optional(),
  PORT: z.coerce
    .number(sentence("PORT must be a whole number from 1 to 65535."))
    .int(sentence("PORT must be a whole number from 1 to 65535."))
    .min(1, sentence("PORT must be a whole number from 1 to 65535."))
    .max(65_535, sentence("PORT must be a whole number from 1 to 65535."))
    .default(3000),
  ORIGIN: z
    .string()
    .refine(
      isOrigin,
      sentence("ORIGIN must be an address without a path, such as https://budget.example.org."),
    )
    .optional(),
  OPENWARD_DATA: z.string().default("./.data"),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, ...sentence("SMTP_URL must look like smtp://user:password@host:587.") })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>\r\n]+ <)?[^\s<>@]+@[^\s<>@]+>?$/,
      sentence("MAIL_FROM must be a mail address, such as Openward <no-reply@example.org>."),
    )
    .optional(),
  OPENWARD_DEMO: z.enum([...yes, ...no], sentence("OPENWARD_DEMO must be true or false.")).optional(),
  OPENWARD_TRUSTED_PROXY: z
    .string()
    .refine(
      (list) => addresses(list).every(isAddressOrNetwork),
      sentence("OPENWARD_TRUSTED_PROXY must be a list of network addresses, such as 127.0.0.1, 10.0.0.0/8."),
    )
    .optional(),
  OPENWARD_SECRET: z
    .string()
    .min(32, sentence("OPENWARD_SECRET must have at least 32 characters."))
    .optional(),
});

/**
 * Reads the settings of this installation; an empty variable counts as absent.
 * @throws {EnvironmentError} on the first wrong value, never printing the value itself: it may hold a password.
 */
export function readEnvironment(env: Record<string, string | undefined> = process.env): Environment {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    throw new EnvironmentError(parsed.error.issues[0]?.message ?? "The environment cannot be read.");
  }
  const values = parsed.data;
  return {
    ...(values.DATABASE_URL && { databaseUrl: values.DATABASE_URL }),
    port: values.PORT,
    origin: values.ORIGIN ? new URL(values.ORIGIN).origin : `http://localhost:${values.PORT}`,
    dataFolder: resolve(values.OPENWARD_DATA),
    ...(values.SMTP_URL && { smtpUrl: values.SMTP_URL }),
    ...(values.MAIL_FROM && { mailFrom: values.MAIL_FROM }),
    demo: values.OPENWARD_DEMO
      ? yes.includes(values.OPENWARD_DEMO)
      : !values.DATABASE_URL && !values.SMTP_URL,
    trustedProxies: addresses(values.OPENWARD_TRUSTED_PROXY ?? ""),
    ...(values.OPENWARD_SECRET && { secret: values.OPENWARD_SECRET }),
  };
}

/**
 * The secret that signs form tokens and the like: the one from the environment, else the file `secret`
 * in the data folder, made on first use with mode 600. Processes that start together get the same one.
 */
export function installationSecret({
  secret,
  dataFolder,
}: Pick<Environment, "secret" | "dataFolder">): string {
  if (secret) return secret;
  const file = join(dataFolder, "secret");
  mkdirSync(dataFolder, { recursive: true });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  try {
    // A link either appears with its whole content or fails because another process was first.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft);
  }
  const stored = readFileSync(file, "utf8").trim();
  if (stored.length < 32) {
    throw new EnvironmentError(
      `The file ${file} is too short to be a secret: set OPENWARD_SECRET or remove the file.`,
    );
  }
  return stored;
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && [url.origin, `${url.origin}/`].includes(url.href);
}

function addresses(list: string): string[] {
  return list.split(/[\s,]+/).filter(Boolean);
}

function isAddressOrNetwork(text: string): boolean {
  const [address = "", bits, ...rest] = text.split("/");
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}
