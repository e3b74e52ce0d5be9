import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { database } from "./database.server";
import { createLogger, describeError } from "./log.server";

const personal = "olena.petrenko@example.org";

async function failure(run: () => Promise<unknown>): Promise<unknown> {
  try {
    await run();
  } catch (error) {
    return error;
  }
  throw new Error("Nothing failed.");
}

/** What one call writes, as text. */
function written(write: (log: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  write(createLogger({ write: (line) => void lines.push(line) }, "trace"));
  return lines.join("");
}

describe("errors of the database", () => {
  it("D-3 S-55 logs a failed query without its parameters, with its place and kind", async () => {
    const error = await failure(() => database().execute(sql`select ${personal}::text, ${personal}::int`));
    expect(String(error)).toContain(personal);
    const line = written((log) => log.error({ err: error }, "request failed"));
    expect(line).not.toContain("olena");
    expect(JSON.parse(line)).toMatchObject({
      level: "error",
      err: { message: "Failed query: select $1::text, $2::int", cause: { sqlstate: "22P02" } },
    });
  });

  it("D-3 S-55 logs a broken unique key by its name, not by the value", async () => {
    await database().execute(sql`create table letter (address text constraint letter_address unique)`);
    await database().execute(sql`insert into letter values (${personal})`);
    const error = await failure(() => database().execute(sql`insert into letter values (${personal})`));
    const line = written((log) => log.warn({ err: error }));
    expect(line).not.toContain("olena");
    expect(JSON.parse(line).err.cause).toMatchObject({
      sqlstate: "23505",
      constraint: "letter_address",
      table: "letter",
    });
  });

  it("D-3 S-55 an error inside errors is treated the same", async () => {
    const cause = await failure(() => database().execute(sql`select ${personal}::uuid`));
    const line = written((log) => log.error({ err: new Error("sign-petition", { cause }) }));
    expect(line).not.toContain("olena");
    expect(line).toContain("22P02");
  });
});

describe("the log", () => {
  it("S-56 keeps text from outside on one line", () => {
    const line = written((log) => log.info({ path: '/a\n{"level":"error"}\r\u2028' }, "one\ntwo"));
    expect(line.trimEnd()).not.toMatch(/[\n\r]/);
    expect(JSON.parse(line)).toMatchObject({
      level: "info",
      msg: "one\ntwo",
      time: expect.stringMatching(/Z$/),
    });
  });

  it.each(["password", "token", "email", "cookie", "ballot", "secret"])(
    "S-55 removes %s wherever it stands",
    (field) => {
      const line = written((log) => log.info({ [field]: "olena-1", person: { [field]: "olena-2" } }));
      expect(line).not.toContain("olena");
    },
  );

  it("S-55 removes mail addresses from messages of errors", () => {
    expect(describeError(new Error(`No mailbox <${personal}>.`)).message).toBe("No mailbox <[address]>.");
  });

  it("S-55 says nothing about thrown values that are not errors", () => {
    expect(JSON.stringify(describeError({ email: personal }))).not.toContain("olena");
  });
});
