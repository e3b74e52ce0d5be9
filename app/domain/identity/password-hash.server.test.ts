import { describe, expect, it } from "vitest";
import { hashPassword, verifyPassword } from "./password-hash.server";

async function hashed(password: string): Promise<string> {
  const outcome = await hashPassword(password);
  return outcome.done ? outcome.value : "";
}

describe("hashes of passwords", () => {
  it("S-19 are argon2id with 19 MiB and two passes, salted", async () => {
    const [first, second] = [await hashed("сім синіх слонів"), await hashed("сім синіх слонів")];
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(second).not.toBe(first);
  });

  it("S-19 tell any two passwords apart to the last of 200 characters", async () => {
    const long = "я".repeat(199);
    const stored = await hashed(`${long}а`);
    expect(await verifyPassword(stored, `${long}а`)).toEqual({ done: true, value: true });
    expect(await verifyPassword(stored, `${long}б`)).toEqual({ done: true, value: false });
  });

  it("S-19 know the same letters from another keyboard or system", async () => {
    const stored = await hashed("Ї\u0301 \uff21 caf\u00e9");
    expect(await verifyPassword(stored, "\u0406\u0308\u0301 A cafe\u0301")).toEqual({
      done: true,
      value: true,
    });
  });

  it("S-21 of nobody say no, in the time of a real one", async () => {
    expect(await verifyPassword(null, "сім синіх слонів")).toEqual({ done: true, value: false });
  });

  it("SC-11 wait in a bounded queue: a flood is turned away, the rest is served", async () => {
    const outcomes = await Promise.all(Array.from({ length: 80 }, () => hashPassword("сім синіх слонів")));
    expect(outcomes.filter(({ done }) => done)).toHaveLength(62);
    expect(outcomes.filter((outcome) => !outcome.done && outcome.reason === "busy")).toHaveLength(18);
    expect(await hashPassword("сім синіх слонів")).toMatchObject({ done: true });
  });
});
