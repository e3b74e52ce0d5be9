import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { database } from "./database.server";
import { groupCommit } from "./group-commit.server";

const owner = { id: "one" };

describe("groupCommit", () => {
  it("writes at once what comes alone, and together what comes meanwhile, each with its own answer", async () => {
    const batches: number[][] = [];
    const write = groupCommit(async (_: typeof owner, items: readonly number[]) => {
      batches.push([...items]);
      await database().execute(sql`select 1`);
      return items.map((item) => item * 10);
    });
    const answers = await Promise.all([1, 2, 3, 4].map((item) => write(owner, item)));
    expect(answers).toEqual([10, 20, 30, 40]);
    expect(batches).toEqual([[1], [2, 3, 4]]);
    expect(await write(owner, 5)).toBe(50);
  });

  it("keeps owners apart", async () => {
    const seen: string[] = [];
    const write = groupCommit(async ({ id }: { id: string }, items: readonly number[]) => {
      seen.push(`${id} ${items.join()}`);
      return items;
    });
    await Promise.all([write(owner, 1), write({ id: "other" }, 2)]);
    expect(seen.sort()).toEqual(["one 1", "other 2"]);
  });

  it("a value that the database refuses fails alone", async () => {
    const write = groupCommit(async (_: typeof owner, items: readonly string[]) => {
      await database().execute(sql`select ${`{${items.join()}}`}::int[]`);
      return items;
    });
    const settled = await Promise.allSettled(["0", "1", "x", "3"].map((item) => write(owner, item)));
    expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
  });

  it("SC-11 turns away what would wait for a database that has stopped", async () => {
    const write = groupCommit(() => new Promise<never[]>(() => {}));
    const waiting = Array.from({ length: 5_001 }, (_, item) => write(owner, item));
    void Promise.allSettled(waiting);
    await expect(write(owner, 5_002)).rejects.toThrow(/wait/);
  });
});
