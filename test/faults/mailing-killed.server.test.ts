import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { beforeAll, expect, inject, it, vi } from "vitest";
import type { Community } from "~/domain/communities/community";
import { answerPetition } from "~/domain/petitions/answer-petition.server";
import { listMailings } from "~/domain/petitions/mailing-queries.server";
import { mailPetitionFollowers } from "~/jobs/mail-petition-followers.server";
import { runNextJob } from "~/jobs/run-job.server";
import { connect } from "~/platform/connection.server";
import { database } from "~/platform/database.server";
import { answerContent, dutyRules, plantClerk, plantFollowers } from "../factories/answers";
import { lettersOf } from "../factories/identity";
import { expireJobLeases, jobStates } from "../factories/jobs";
import { plantPetition } from "../factories/petitions";
import { plantCommunity } from "../factories/server";
import { withDatabase } from "../harness/server";

const BATCH = 500;
const READERS = 1_010;
/** Number of the lock at which the worker is held in the middle of its second batch. */
const GATE = 7_013;

let community: Community;
let url = "";
beforeAll(async () => {
  community = await plantCommunity("mailing-killed");
  const [row] = await database().execute<{ name: string }>(sql`select current_database() as name`);
  url = withDatabase(inject("testServer").url, row?.name ?? "");
});

/** The letter to this reader waits until the gate opens. */
async function buildGate(recipient: string) {
  const keeper = connect(url, { statementTimeout: 0 });
  await keeper.unsafe(`
    create function wait_at_gate() returns trigger language plpgsql as
      $$ begin perform pg_advisory_xact_lock(${GATE}); return new; end $$;
    create trigger gate before insert on outbox for each row
      when (new.recipient = '${recipient}') execute function wait_at_gate();`);
  await keeper`select pg_advisory_lock(${GATE})`;
  return {
    hasVisitor: async () => {
      const [row] = await keeper`select count(*)::int as waiting from pg_locks
        where locktype = 'advisory' and objid = ${GATE} and not granted`;
      return row?.waiting === 1;
    },
    async open() {
      await keeper`select pg_advisory_unlock(${GATE})`;
      await keeper.unsafe("drop trigger gate on outbox");
      await keeper.end();
    },
  };
}

it("F-13 a worker killed in the middle of a mailing: another goes on, and nobody is written to twice", async () => {
  const clerk = await plantClerk(community);
  const rules = dutyRules();
  const { id } = await plantPetition(community, { state: "closed", rules, authorEmail: "" });
  const readers = await plantFollowers(community, id, READERS, 10);
  await answerPetition(community, clerk, { petitionId: id, seenVersion: 0, content: answerContent() });
  const gate = await buildGate(readers[BATCH + 200] ?? "");

  const script = join(process.cwd(), "test/harness/worker-process.ts");
  const args = ["--import", "tsx", script, url, "smtp://127.0.0.1:9"];
  const worker = spawn(process.execPath, args, { stdio: "ignore" });
  await vi.waitFor(async () => expect(await gate.hasVisitor()).toBe(true), { timeout: 20_000, interval: 20 });
  worker.kill("SIGKILL");
  await once(worker, "close");
  expect(await listMailings(community, id)).toMatchObject([{ sent: BATCH, doneAt: null }]);
  await gate.open();

  await expireJobLeases(community);
  const handlers = { "petition-mailing": mailPetitionFollowers };
  expect(await runNextJob(handlers, new AbortController().signal)).toBe("worked");
  const written = (await lettersOf(community)).map(({ recipient }) => recipient);
  expect(written).toHaveLength(READERS);
  expect(new Set(written)).toEqual(new Set(readers));
  expect(await listMailings(community, id)).toMatchObject([{ sent: READERS, doneAt: expect.any(Date) }]);
  const mailing = (await jobStates(community)).find(({ kind }) => kind === "petition-mailing");
  expect(mailing).toMatchObject({ finished: true, failed: false });
}, 60_000);
