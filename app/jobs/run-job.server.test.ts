import { beforeEach, describe, expect, it } from "vitest";
import type { Community } from "~/domain/communities/community";
import { failJob, finishJob, keepRecurring, leaseJob, renewLease } from "~/platform/job-lease.server";
import { ageEndedJobs, expireJobLeases, jobStates, makeJobsDue, plantJob } from "../../test/factories/jobs";
import { plantCommunity } from "../../test/factories/server";
import type { JobHandler } from "./handlers.server";
import { runNextJob } from "./run-job.server";

let community: Community;
let number = 0;
let done: string[];
const never = new AbortController().signal;

beforeEach(async () => {
  number += 1;
  community = await plantCommunity(`jobs${number}`);
  done = [];
});

/** Kinds of its own for each test: the queue is one for all communities. */
const kind = (name: string) => `${name}-${number}`;
const note: JobHandler = async ({ slug }, subject) => {
  done.push(`${slug} ${subject}`);
};
const poison: JobHandler = async () => {
  throw new Error("the rules of olha@example.org do not add up");
};

async function drain(handlers: Record<string, JobHandler>): Promise<void> {
  while ((await runNextJob(handlers, never)) === "worked");
}

describe("running jobs", () => {
  it("runs what is due, for its community and subject, once", async () => {
    await plantJob(community, kind("note"), "a");
    await plantJob(community, kind("note"), "b", new Date(Date.now() + 60_000));
    await drain({ [kind("note")]: note });
    expect(done).toEqual([`${community.slug} a`]);
    expect(await jobStates(community)).toMatchObject([
      { subject: "a", finished: true, leased: false, attempts: 1 },
      { subject: "b", finished: false, attempts: 0 },
    ]);
  });

  it("leaves kinds alone that this version does not know", async () => {
    await plantJob(community, kind("future"), "a");
    await drain({ [kind("note")]: note });
    expect(await jobStates(community)).toMatchObject([{ finished: false, failed: false, attempts: 0 }]);
  });

  it("F-16 a job that always fails is put aside after 8 tries and holds nobody up", async () => {
    await plantJob(community, kind("poison"), "bad");
    for (const subject of ["a", "b"]) await plantJob(community, kind("note"), subject);
    const handlers = { [kind("poison")]: poison, [kind("note")]: note };
    const waits = [];
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      await drain(handlers);
      const [state] = await jobStates(community);
      expect(state).toMatchObject({ attempts: attempt, failed: attempt === 8, leased: false });
      waits.push(state?.wait ?? 0);
      await makeJobsDue(community);
    }
    expect(done).toHaveLength(2);
    expect(waits[0]).toBeGreaterThan(3);
    expect(waits[5]).toBeGreaterThan(10 * (waits[0] ?? 0));
    await drain(handlers);
    expect((await jobStates(community))[0]).toMatchObject({ attempts: 8, failed: true });
  });

  it("S-55 the reason of a failure names no address", async () => {
    await plantJob(community, kind("poison"), "bad");
    await drain({ [kind("poison")]: poison });
    const [state] = await jobStates(community);
    expect(state?.lastError).toMatch(/do not add up/);
    expect(state?.lastError).not.toMatch(/olha|@/);
  });

  it("F-16 a job that ends the process on every try is put aside without being run again", async () => {
    await plantJob(community, kind("note"), "deadly");
    for (let attempt = 0; attempt < 8; attempt += 1) {
      expect(await leaseJob([kind("note")])).not.toBeNull();
      await expireJobLeases(community);
    }
    await drain({ [kind("note")]: note });
    expect(done).toEqual([]);
    expect(await jobStates(community)).toMatchObject([{ failed: true }]);
  });

  it("twin workers run each job once", async () => {
    const subjects = Array.from({ length: 24 }, (_, index) => `s${index}`);
    for (const subject of subjects) await plantJob(community, kind("note"), subject);
    const handlers = { [kind("note")]: note };
    await Promise.all([drain(handlers), drain(handlers), drain(handlers)]);
    expect([...done].sort()).toEqual(subjects.map((subject) => `${community.slug} ${subject}`).sort());
  });

  it("a job queued anew while it runs is run again", async () => {
    await plantJob(community, kind("note"), "a");
    let runs = 0;
    const again: JobHandler = async (owner, subject) => {
      runs += 1;
      if (runs === 1) await plantJob(owner, kind("note"), subject);
    };
    await drain({ [kind("note")]: again });
    expect(runs).toBe(2);
    expect(await jobStates(community)).toMatchObject([{ finished: true, attempts: 1 }]);
  });

  it("F-33 a job that outlasts the stop of its worker is given back at once, as if not tried", async () => {
    await plantJob(community, kind("long"), "a");
    const stopping = new AbortController();
    const long: JobHandler = () => new Promise(() => stopping.abort());
    await runNextJob({ [kind("long")]: long }, stopping.signal, 1);
    expect(await jobStates(community)).toMatchObject([
      { attempts: 0, leased: false, finished: false, failed: false },
    ]);
  });
});

describe("leases", () => {
  it("pass to another worker when the first is silent, whose late end then changes nothing", async () => {
    await plantJob(community, kind("note"), "a");
    const first = await leaseJob([kind("note")]);
    expect(await leaseJob([kind("note")])).toBeNull();
    await expireJobLeases(community);
    const second = await leaseJob([kind("note")]);
    if (!first || !second) throw new Error("not leased");
    expect(await renewLease(first)).toBeNull();
    await finishJob(first);
    await failJob(first, "late", null);
    expect(await jobStates(community)).toMatchObject([
      { finished: false, failed: false, leased: true, attempts: 2 },
    ]);
    const lease = await renewLease(second);
    await finishJob({ ...second, lease: lease ?? "" });
    expect(await jobStates(community)).toMatchObject([{ finished: true, leased: false }]);
  });
});

describe("recurring jobs", () => {
  it("come back after their pause, one row each, also after they were put aside", async () => {
    const keep = () => keepRecurring(community.id, kind("note"), 60);
    await Promise.all([keep(), keep(), keep()]);
    await drain({ [kind("note")]: note });
    await keep();
    await drain({ [kind("note")]: note });
    expect(done).toHaveLength(1);
    await ageEndedJobs(community, 61);
    await keep();
    await drain({ [kind("note")]: note });
    expect(done).toHaveLength(2);
    const leased = await keepAndLease();
    await failJob(leased, "broken", null);
    await ageEndedJobs(community, 61);
    await keep();
    await drain({ [kind("note")]: note });
    expect(done).toHaveLength(3);
    expect(await jobStates(community)).toHaveLength(1);
  });

  async function keepAndLease() {
    await ageEndedJobs(community, 61);
    await keepRecurring(community.id, kind("note"), 60);
    const leased = await leaseJob([kind("note")]);
    if (!leased) throw new Error("not leased");
    return leased;
  }
});
