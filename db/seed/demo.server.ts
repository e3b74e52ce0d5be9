import { sql } from "drizzle-orm";
import { listCommunities } from "~/domain/communities/community-queries.server";
import { actAs } from "~/domain/identity/act-as.server";
import { database } from "~/platform/database.server";
import { seedCommunities } from "./communities.server";
import { forgetDemo } from "./forget-demo.server";
import { isComplete, markComplete } from "./mark-complete.server";
import { passDays } from "./pass-days.server";
import { seedPeople } from "./people.server";
import { seedPetitions } from "./petitions.server";
import { seedResults } from "./results.server";
import { seedOpenCall, seedOpenVote } from "./rounds.server";

/** One number for all installs: two processes that start together on one database fill it once. */
const LOCK = 7_305_812_027;

/**
 * Fills an install that has no community with invented ones, part by part. A start that was killed half-way left
 * them without the mark of completeness: they are forgotten and made anew. Does nothing on any other install.
 */
export async function seedDemo(): Promise<void> {
  if (await isDone()) return;
  // The lock ends with its connection, so a killed start never blocks the next one.
  await database().transaction(async (lock) => {
    for (const limit of ["statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"]) {
      await lock.execute(sql`select set_config(${limit}, '0', true)`);
    }
    await lock.execute(sql`select pg_advisory_xact_lock(${LOCK}::bigint)`);
    if (await isDone()) return;
    await forgetDemo();
    await fill();
  });
}

/** True also where the first community is a real one: there is nothing to demonstrate then. */
async function isDone(): Promise<boolean> {
  const [first] = await listCommunities();
  return first !== undefined && (!first.demo || (await isComplete(first)));
}

async function fill(): Promise<void> {
  const { vilshana, berezovka } = await seedCommunities();
  const { staff, voters } = await seedPeople(vilshana);
  const neighbours = await seedPeople(berezovka);
  const team = {
    administrator: await actAs(vilshana, staff.administrator, "administrator"),
    moderator: await actAs(vilshana, staff.moderator, "moderator"),
  };
  await seedOpenVote(vilshana, team, voters, (days) => passDays(vilshana, days));
  await seedOpenCall(vilshana, team);
  await seedResults(vilshana);
  await seedPetitions(vilshana, staff.administrator);
  await seedPetitions(berezovka, neighbours.staff.administrator);
  await markComplete(vilshana);
}
