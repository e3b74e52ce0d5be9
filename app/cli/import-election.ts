import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Command } from "commander";
import { listCommunities } from "~/domain/communities/community-queries.server";
import { importElection } from "~/domain/results/import-election.server";
import { importRefusalSentence } from "~/domain/results/import-refusal-sentence";
import { translator } from "~/i18n/translate";
import { readEnvironment } from "~/platform/env.server";
import { openData } from "~/server/installation";

type Options = { community: string; slug?: string; rule?: string; title?: string };

/** `openward import-election FILE.pb[.gz] --community SLUG` */
export function register(program: Command): void {
  program
    .command("import-election")
    .description("Turns a Pabulib file into a closed round with its ballots and its published result.")
    .argument("<file>", "a .pb file, plain or gzipped")
    .requiredOption("--community <slug>", "the community that gets the round")
    .option("--slug <slug>", "address of the round (default: from place and year)")
    .option(
      "--rule <rule>",
      "counting rule, such as greedy or mes_cost_add1u (default: the one the file names)",
    )
    .option("--title <title>", "title of the round (default: place and year)")
    .action(run);
}

async function run(file: string, options: Options): Promise<void> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      `The file ${file} cannot be read: ${error.code === "ENOENT" ? "there is no such file" : error.message}.`,
    );
  });
  const installation = await openData(readEnvironment());
  try {
    await importInto(options, { name: basename(file), bytes });
  } finally {
    await installation.close();
  }
}

async function importInto(
  { community: slug, title, ...given }: Options,
  file: { name: string; bytes: Uint8Array },
) {
  const communities = await listCommunities();
  const community = communities.find((each) => each.slug === slug);
  if (!community) {
    throw new Error(
      `There is no community “${slug}”. There are: ${communities.map((each) => each.slug).join(", ") || "none"}.`,
    );
  }
  const titles = title
    ? Object.fromEntries(community.languages.map((language) => [language, title]))
    : undefined;
  const outcome = await importElection(community, { file, ...given, title: titles });
  if (!outcome.done) {
    const sentence = importRefusalSentence(translator("en"), outcome.reason, outcome.details);
    if (outcome.reason === "unreadable") process.exitCode = 3;
    throw new Error(`${file.name}: ${sentence}`);
  }
  const { rule, funded, projects, ballots } = outcome.value;
  console.log(`${file.name}: ${ballots} ballots, ${funded} of ${projects} projects funded by ${rule}.`);
  console.log(`The result is at /rounds/${outcome.value.slug}/results.`);
}
