import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { database } from "~/platform/database.server";
import { type Mailer, openMailer } from "~/platform/mailer.server";
import {
  ageLetters,
  expireLetterLeases,
  letterStates,
  makeLettersDue,
  plantLetters,
  plantRawLetter,
} from "../../../test/factories/notifications";
import { plantCommunity } from "../../../test/factories/server";
import { type MailSink, startMailSink } from "../../../test/harness/mail-sink";
import { withDatabase } from "../../../test/harness/server";
import { listLetters, readLetter } from "./letter-queries.server";
import { sendNextLetter } from "./send-next-letter.server";
import { wipeOldLetters } from "./wipe-old-letters.server";

let community: Community;
let sink: MailSink;
let mailer: Mailer;
let number = 0;
let killer: (count: number) => void = () => {};

beforeEach(async () => {
  number += 1;
  community = await plantCommunity(`letters${number}`);
  sink = await startMailSink({
    refuse(address) {
      if (address.startsWith("later")) return "451 try again";
      return address.startsWith("gone") ? "550 no such person" : undefined;
    },
    onLetter: (count) => killer(count),
  });
  mailer = openMailer({ kind: "smtp", url: sink.url, from: "Openward <no-reply@example.org>" });
});
afterEach(async () => {
  killer = () => {};
  mailer.close();
  await sink.close();
  await makeLettersDue(community, 0);
  while ((await sendNextLetter(openMailer({ kind: "mailbox" }))) === "worked");
});

async function drain(): Promise<string[]> {
  const results = [];
  for (let result = await sendNextLetter(mailer); result !== "idle"; result = await sendNextLetter(mailer)) {
    results.push(result);
  }
  return results;
}

describe("sending letters", () => {
  it("sends each once, in plain text, marked as automatic, in its language", async () => {
    await plantLetters(community, ["olha@example.org"]);
    await drain();
    expect(sink.letters).toHaveLength(1);
    const [letter] = sink.letters;
    expect(letter?.to).toEqual(["olha@example.org"]);
    for (const header of [/^From: Openward <no-reply@example\.org>/m, /^Auto-Submitted: auto-generated/m]) {
      expect(letter?.headers).toMatch(header);
    }
    expect(letter?.headers).toMatch(/^Content-Language: uk/m);
    expect(letter?.headers).toMatch(/^Message-ID: <[0-9a-f-]{36}@example\.org>/im);
    expect(letter?.headers).toMatch(/^Content-Type: text\/plain; charset=utf-8/m);
    expect(await letterStates(community)).toMatchObject([{ sent: true, attempts: 1, failed: false }]);
    expect(await drain()).toEqual([]);
  });

  it("offers a way out in the header of a letter that has one, and of no other", async () => {
    await plantLetters(community, ["olha@example.org"], "http://localhost:3000/uk/petitions/leave/1a");
    await plantLetters(community, ["petro@example.org"]);
    await drain();
    const headersTo = (email: string) => sink.letters.find(({ to }) => to.includes(email))?.headers;
    expect(headersTo("olha@example.org")).toMatch(
      /^List-Unsubscribe: <http:\/\/localhost:3000\/uk\/petitions\/leave\/1a>/m,
    );
    expect(headersTo("petro@example.org")).not.toContain("List-Unsubscribe");
  });

  it("S-37 a line break in a subject or an address starts no header and finds no other reader", async () => {
    await plantRawLetter(community, {
      recipient: "olha@example.org",
      subject: "Лист\r\nBcc: all@example.org\r\n\r\nX",
    });
    await plantRawLetter(community, { recipient: "a@example.org\r\nBcc: all@example.org", subject: "Лист" });
    await plantRawLetter(community, { recipient: "b@example.org, all@example.org", subject: "Лист" });
    await plantRawLetter(community, { recipient: "Olha <c@example.org>", subject: "Лист" });
    await drain();
    expect(sink.letters.flatMap(({ to }) => to)).toEqual(["olha@example.org"]);
    expect(sink.letters[0]?.headers).not.toMatch(/^Bcc/im);
    expect((await letterStates(community)).map(({ failed }) => failed)).toEqual([false, true, true, true]);
  });

  it("two workers at once send each letter once", async () => {
    await plantLetters(
      community,
      Array.from({ length: 30 }, (_, index) => `reader${index}@example.org`),
    );
    const second = openMailer({ kind: "smtp", url: sink.url, from: "no-reply@example.org" });
    const work = async (with_: Mailer) => {
      while ((await sendNextLetter(with_)) === "worked");
    };
    await Promise.all([work(mailer), work(second)]);
    second.close();
    expect(sink.letters).toHaveLength(30);
    expect(new Set(sink.letters.flatMap(({ to }) => to)).size).toBe(30);
  });
});

describe("trouble with mail", () => {
  it("F-13 a worker killed in the middle: everybody gets the letter, at most one person twice", async () => {
    const recipients = Array.from({ length: 40 }, (_, index) => `reader${index}@example.org`);
    await plantLetters(community, recipients);
    const [{ name } = { name: "" }] = await database().execute<{ name: string }>(
      sql`select current_database() as name`,
    );
    const script = join(process.cwd(), "test/harness/worker-process.ts");
    const url = withDatabase(inject("testServer").url, name);
    const child = spawn(process.execPath, ["--import", "tsx", script, url, sink.url], { stdio: "ignore" });
    killer = (count) => {
      if (count === 20) child.kill("SIGKILL");
    };
    await once(child, "close");
    const progress = (await letterStates(community)).filter(({ sent }) => sent).length;
    expect(progress).toBe(19);
    await expireLetterLeases(community);
    await drain();
    const received = sink.letters.flatMap(({ to }) => to);
    expect(new Set(received)).toEqual(new Set(recipients));
    expect(received).toHaveLength(41);
  });

  it("F-14 a temporary refusal waits longer and longer, with jitter, and gives up after a day of tries", async () => {
    await plantLetters(community, ["later1@example.org", "later2@example.org", "olha@example.org"]);
    expect(await drain()).toEqual(["worked", "worked", "worked"]);
    const [first, second, third] = await letterStates(community);
    expect(third?.sent).toBe(true);
    for (const state of [first, second]) {
      expect(state).toMatchObject({ sent: false, failed: false, attempts: 1, lastError: "later 451" });
      expect(state?.wait).toBeGreaterThan(13);
      expect(state?.wait).toBeLessThan(46);
    }
    expect(first?.wait).not.toBe(second?.wait);
    await makeLettersDue(community, 6);
    await drain();
    expect((await letterStates(community))[0]?.wait).toBeGreaterThan(15 * 60);
    await makeLettersDue(community, 13);
    await drain();
    expect((await letterStates(community))[0]).toMatchObject({ failed: true, attempts: 14 });
  });

  it("F-14 a final refusal is marked at once and holds nobody up; no address reaches the error", async () => {
    await plantLetters(community, ["gone@example.org", "olha@example.org"]);
    await drain();
    expect(await letterStates(community)).toMatchObject([
      { recipient: "gone@example.org", failed: true, attempts: 1, lastError: "rejected 550" },
      { recipient: "olha@example.org", sent: true },
    ]);
  });

  it("F-14 without a server nothing is lost, and the sender is told to slow down", async () => {
    await plantLetters(community, ["olha@example.org"]);
    const nobody = openMailer({ kind: "smtp", url: "smtp://127.0.0.1:9", from: "no-reply@example.org" });
    expect(await sendNextLetter(nobody)).toBe("trouble");
    nobody.close();
    expect(await letterStates(community)).toMatchObject([{ sent: false, failed: false, attempts: 1 }]);
    await makeLettersDue(community, 1);
    await drain();
    expect(sink.letters).toHaveLength(1);
  });
});

describe("letters that have served", () => {
  it("lose their text after a week and their row after a month", async () => {
    await plantLetters(community, ["olha@example.org"]);
    await drain();
    await wipeOldLetters(community);
    const [row] = await listLetters(community);
    expect((await readLetter(community, row?.id ?? ""))?.body).toContain("olha@example.org");
    await ageLetters(community, 8);
    await wipeOldLetters(community);
    expect((await readLetter(community, row?.id ?? ""))?.body).toBe("");
    await ageLetters(community, 31);
    await wipeOldLetters(community);
    expect(await listLetters(community)).toEqual([]);
  });

  it("S-5 are not shown in another community", async () => {
    await plantLetters(community, ["olha@example.org"]);
    const [row] = await listLetters(community);
    const other = await plantCommunity(`letters-other${number}`);
    expect(await listLetters(other)).toEqual([]);
    expect(await readLetter(other, row?.id ?? "")).toBeNull();
  });
});
