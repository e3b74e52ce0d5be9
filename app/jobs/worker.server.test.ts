import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Community } from "~/domain/communities/community";
import { jobStates, plantJob } from "../../test/factories/jobs";
import { letterStates, plantLetters } from "../../test/factories/notifications";
import { plantCommunity } from "../../test/factories/server";
import { handlers, type JobHandler, recurring } from "./handlers.server";
import { startWorker, type Worker } from "./worker.server";

let community: Community;
let worker: Worker | undefined;
beforeAll(async () => {
  community = await plantCommunity("working");
});
afterEach(async () => {
  await worker?.stop();
});

const soon = { timeout: 8_000, interval: 20 };

describe("the worker", () => {
  it("runs jobs and sends letters until it is stopped", async () => {
    const seen: string[] = [];
    const note: JobHandler = async (_community, subject) => {
      seen.push(subject);
    };
    await plantJob(community, "note", "before");
    await plantLetters(community, ["olha@example.org"]);
    worker = startWorker({ mail: { kind: "mailbox" }, handlers: { note }, recurring: [] });
    await vi.waitFor(() => expect(seen).toEqual(["before"]), soon);
    await plantJob(community, "note", "while");
    worker.wake();
    await vi.waitFor(() => expect(seen).toEqual(["before", "while"]), soon);
    await vi.waitFor(async () => expect(await letterStates(community)).toMatchObject([{ sent: true }]), soon);
    await worker.stop();
    await plantJob(community, "note", "after");
    worker.wake();
    expect(await jobStates(community)).toMatchObject([
      { finished: true },
      { finished: true },
      { attempts: 0 },
    ]);
  });

  it("F-33 waits for the job under way when it is stopped by its signal", async () => {
    let finish = () => {};
    const begun = new Promise<void>((started) => {
      const slow: JobHandler = () =>
        new Promise((resolve) => {
          finish = resolve;
          started();
        });
      void plantJob(community, "slow", "a").then(() => {
        worker = startWorker({ mail: null, handlers: { slow }, recurring: [], signal: stopping.signal });
      });
    });
    const stopping = new AbortController();
    await begun;
    stopping.abort();
    const ended = worker?.stop();
    finish();
    await ended;
    const slow = (await jobStates(community)).find(({ kind }) => kind === "slow");
    expect(slow).toMatchObject({ finished: true, attempts: 1 });
  });

  it("without mail settings leaves letters in the outbox", async () => {
    await plantLetters(community, ["later@example.org"]);
    await plantJob(community, "last", "a");
    let ran = false;
    const last: JobHandler = async () => {
      ran = true;
    };
    worker = startWorker({ mail: null, handlers: { last }, recurring: [] });
    await vi.waitFor(() => expect(ran).toBe(true), soon);
    await worker.stop();
    const letter = (await letterStates(community)).find(({ recipient }) => recipient === "later@example.org");
    expect(letter).toMatchObject({ sent: false, attempts: 0 });
  });

  it("brings the cleaning jobs to every community, and they succeed", async () => {
    worker = startWorker({ mail: null, handlers, recurring });
    await vi.waitFor(async () => {
      const cleaned = (await jobStates(community)).filter(({ subject }) => subject === "recurring");
      expect(cleaned.map(({ finished }) => finished)).toEqual(recurring.map(() => true));
    }, soon);
  });
});
