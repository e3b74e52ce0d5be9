import { type Command, InvalidArgumentError } from "commander";
import { listCommunities } from "~/domain/communities/community-queries.server";
import { readEnvironment } from "~/platform/env.server";
import { openData } from "~/server/installation";
import { passDays } from "~db/seed/pass-days.server";

type Options = { community: string; days: number };

/** `openward demo-time-passes --days N --community SLUG` */
export function register(program: Command): void {
  program
    .command("demo-time-passes")
    .description(
      "Lets days pass in the rounds of a demonstration community, to walk a round through its stages.",
    )
    .requiredOption("--days <number>", "how many days pass", readDays)
    .option("--community <slug>", "a demonstration community", "vilshana")
    .action(run);
}

function readDays(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text))
    throw new InvalidArgumentError("It must be a whole number from 1 to 999.");
  return Number(text);
}

async function run({ community: slug, days }: Options): Promise<void> {
  const environment = readEnvironment();
  if (!environment.demo) {
    throw new Error(
      "This install is not a demonstration, its time is real. OPENWARD_DEMO=true makes it one.",
    );
  }
  const installation = await openData(environment);
  try {
    const community = (await listCommunities()).find((each) => each.slug === slug);
    if (!community) throw new Error(`There is no community “${slug}”.`);
    await passDays(community, days);
    console.log(`${days} days have passed in ${slug}. Pages and jobs follow within seconds.`);
  } finally {
    await installation.close();
  }
}
