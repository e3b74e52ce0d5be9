import { eq, sql } from "drizzle-orm";
import { integer, pgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { freshDatabase, type TestDatabase } from "../../test/harness/database";
import { withDatabase } from "../../test/harness/server";
import { connect } from "./connection.server";
import { DatabaseBusyError } from "./connection-pool.server";
import { CommitUnknownError, database, openDatabase, type Transaction, transaction } from "./database.server";
import { databaseFault, isUniqueViolation } from "./database-error.server";
import { openPool } from "./pool.server";

let url: string;
let other: ReturnType<typeof connect>;

beforeAll(async () => {
  await database().execute(sql`create table counter (id int primary key, value int not null)`);
  const [row] = await database().execute<{ name: string }>(sql`select current_database() as name`);
  url = withDatabase(inject("testServer").url, row?.name ?? "");
  other = connect(url, { applicationName: "other" });
});
afterAll(() => other.end());
beforeEach(async () => {
  await database().execute(sql`delete from counter`);
  await database().execute(sql`insert into counter values (1, 0), (2, 0)`);
});

async function value(id: number): Promise<number> {
  const [row] = await database().execute<{ value: number }>(sql`select value from counter where id = ${id}`);
  return row?.value ?? Number.NaN;
}

const counter = pgTable("counter", { id: integer("id").primaryKey(), value: integer("value").notNull() });

const add = (tx: Transaction, id: number) =>
  tx.execute(sql`update counter set value = value + 1 where id = ${id}`);
const backend = async (tx: Transaction) => {
  const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  return row?.pid ?? 0;
};

describe("transaction", () => {
  it("DB-6 repeats the whole transaction after a serialisation failure", async () => {
    let runs = 0;
    await transaction(
      async (tx) => {
        runs += 1;
        await tx.execute(sql`select value from counter where id = 1`);
        if (runs === 1) await other`update counter set value = 10 where id = 1`;
        await add(tx, 1);
      },
      { isolation: "repeatable read" },
    );
    expect([runs, await value(1)]).toEqual([2, 11]);
  });

  it("DB-6 lets both of two deadlocked transactions finish", async () => {
    let met: () => void;
    const both = new Promise<void>((resolve) => {
      let waiting = 0;
      met = () => {
        waiting += 1;
        if (waiting === 2) resolve();
      };
    });
    const cross = (first: number, second: number) =>
      transaction(async (tx) => {
        await add(tx, first);
        met();
        await both;
        await add(tx, second);
      });
    await Promise.all([cross(1, 2), cross(2, 1)]);
    expect([await value(1), await value(2)]).toEqual([2, 2]);
  });

  it("DB-6 repeats after the server has ended the connection", async () => {
    let runs = 0;
    await transaction(async (tx) => {
      runs += 1;
      await add(tx, 1);
      if (runs === 1) await tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`);
    });
    expect([runs, await value(1)]).toEqual([2, 1]);
  });

  it("DB-6 repeats when the connection was ended between two statements", async () => {
    let runs = 0;
    await transaction(async (tx) => {
      runs += 1;
      await add(tx, 1);
      if (runs === 1) await other`select pg_terminate_backend(${await backend(tx)})`;
      await add(tx, 2);
    });
    expect([runs, await value(1), await value(2)]).toEqual([2, 1, 1]);
  });

  it("DB-6 never repeats when the answer to the commit was lost", async () => {
    let runs = 0;
    const lost = transaction(async (tx) => {
      runs += 1;
      await add(tx, 1);
      await other`select pg_terminate_backend(${await backend(tx)})`;
    });
    await expect(lost).rejects.toBeInstanceOf(CommitUnknownError);
    expect(runs).toBe(1);
  });

  it("DB-6 gives up after three tries", async () => {
    let runs = 0;
    const hopeless = transaction(async (tx) => {
      runs += 1;
      await tx.execute(
        sql`do $$ begin raise exception using errcode = '40001', message = 'conflict'; end $$`,
      );
    });
    await expect(hopeless).rejects.toSatisfy((error) => databaseFault(error)?.code === "40001");
    expect(runs).toBe(3);
  });

  it("DB-6 does not repeat other errors, and undoes everything", async () => {
    let runs = 0;
    const broken = transaction(async (tx) => {
      runs += 1;
      await add(tx, 1);
      await tx.execute(sql`insert into counter values (2, 0)`);
    });
    await expect(broken).rejects.toSatisfy((error) => isUniqueViolation(error, "counter_pkey"));
    expect([runs, await value(1)]).toEqual([1, 0]);
  });

  it("D-5 the pool cannot be used inside a transaction", async () => {
    await expect(transaction(async () => database())).rejects.toThrow(/use tx/);
    await expect(transaction(() => transaction(async () => 1))).rejects.toThrow(/use tx/);
    expect(database()).toBeDefined();
  });

  it("reads and writes through drizzle's builder, and undoes a savepoint alone", async () => {
    const seen = await transaction(async (tx) => {
      const [added] = await tx
        .insert(counter)
        .values({ id: 3, value: 7 })
        .returning({ value: counter.value });
      await tx
        .transaction(async (inner) => {
          await inner.update(counter).set({ value: 8 }).where(eq(counter.id, 3));
          throw new Error("only this part");
        })
        .catch(() => {});
      const [kept] = await tx.select({ value: counter.value }).from(counter).where(eq(counter.id, 3));
      return { added, kept };
    });
    expect(seen).toEqual({ added: { value: 7 }, kept: { value: 7 } });
    expect(await value(3)).toBe(7);
  });

  it("does not pass over a failure nobody noticed", async () => {
    const careless = transaction(async (tx) => {
      await add(tx, 1);
      await tx.execute(sql`select 1 / 0`).catch(() => {});
    });
    await expect(careless).rejects.toThrow(/undone/);
    expect(await value(1)).toBe(0);
  });

  it("takes a longer limit for one transaction only", async () => {
    const limit = sql<string>`select current_setting('statement_timeout') as limit`;
    const inside = await transaction(async (tx) => [...(await tx.execute(limit))], {
      statementTimeout: 60_000,
    });
    expect(inside).toEqual([{ limit: "1min" }]);
    expect([...(await database().execute(limit))]).toEqual([{ limit: "5s" }]);
  });
});

describe("the pool", () => {
  it("F-1 works again after the server has cut every connection under load, and the process survives", async () => {
    const cutAll = () => other`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name <> 'other'`;
    const load = async () => {
      for (let round = 0; round < 20; round += 1) {
        // Refused is a fair answer while connections are cut; hanging or ending the process is not.
        await transaction((tx) => add(tx, 1)).catch(() => {});
        await value(2).catch(() => {});
      }
    };
    const cutting = async () => {
      for (let cut = 0; cut < 10; cut += 1) await cutAll();
    };
    await Promise.all([...Array.from({ length: 12 }, load), cutting()]);
    const answers = await Promise.all(Array.from({ length: 40 }, () => value(2)));
    expect(answers).toEqual(Array.from({ length: 40 }, () => 0));
  });
});

describe("a pool under pressure", () => {
  it("SC-11 refuses what would wait too long or too many", async () => {
    const pool = openPool(url, { max: 1, queue: 2, patience: 100 });
    const slow = pool.database.execute(sql`select pg_sleep(0.5)`);
    const quick = () => pool.database.execute(sql`select 1`);
    const answers = await Promise.allSettled([slow, quick(), quick(), quick()]);
    expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected", "rejected"]);
    const reasons = answers.map((answer) => (answer.status === "rejected" ? answer.reason.cause : undefined));
    expect(reasons.filter((reason) => reason instanceof DatabaseBusyError)).toHaveLength(3);
    expect([...(await pool.database.execute(sql`select 1 as one`))]).toEqual([{ one: 1 }]);
    await pool.end();
    await expect(quick()).rejects.toThrow();
  });
});

describe("a connection", () => {
  it("SC-11 has a limit for statements, locks and idle transactions", async () => {
    const rows = await database().execute<{ name: string; setting: string }>(sql`
      select name, setting from pg_settings where name in
      ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'TimeZone') order by name`);
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      TimeZone: "UTC",
      idle_in_transaction_session_timeout: "15000",
      lock_timeout: "4000",
      statement_timeout: "5000",
    });
  });

  it("D-6 raw SQL takes a Date and gives timestamps back as text, no microsecond lost", async () => {
    const instant = new Date("2026-03-29T01:30:00.123Z");
    const [row] = await database().execute<{ same: boolean; exact: string }>(sql`
      select ${instant}::timestamptz = '2026-03-29T01:30:00.123Z' as same,
        timestamptz '2026-03-29 01:30:00.123456+00' as exact`);
    expect(row).toEqual({ same: true, exact: "2026-03-29 01:30:00.123456+00" });
  });

  it("is opened once", () => {
    expect(() => openDatabase("postgres://nobody@localhost/none")).toThrow(/open already/);
  });

  it("names a lost server in databaseFault", async () => {
    const nowhere = connect("postgres://postgres@localhost/none?host=/nonexistent");
    await expect(nowhere`select 1`).rejects.toSatisfy((error) => databaseFault(error)?.code === "ENOENT");
    await nowhere.end();
  });
});

describe("a fresh database", () => {
  let fresh: TestDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  it("is migrated and empty", async () => {
    const client = connect(fresh.url);
    const [row] = await client`select count(*)::int as count from community`;
    await client.end();
    expect(row).toEqual({ count: 0 });
  });
});
