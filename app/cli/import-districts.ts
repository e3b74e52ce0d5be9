import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import type { Community } from "~/domain/communities/community";
import { listCommunities, listDistricts } from "~/domain/communities/community-queries.server";
import type { DistrictProblem } from "~/domain/communities/district-file";
import { importDistricts } from "~/domain/communities/import-districts.server";
import { importPlaces } from "~/domain/communities/import-places.server";
import { readPlaces } from "~/domain/communities/place-file";
import { readDistrictText } from "~/domain/communities/read-district-text";
import { readUpload } from "~/domain/communities/read-upload";
import { translator } from "~/i18n/translate";
import { readEnvironment } from "~/platform/env.server";
import { openData } from "~/server/installation";

type Options = { community: string; places?: string; dryRun?: boolean };

const t = translator("en");

/** `openward import-districts FILE.geojson --community SLUG [--places FILE.csv] [--dry-run]` */
export function register(program: Command): void {
  program
    .command("import-districts")
    .description("Adds and updates the districts of a community from a GeoJSON file, all or nothing.")
    .argument("<file>", "a GeoJSON FeatureCollection with code, name and population")
    .requiredOption("--community <slug>", "the community whose districts they are")
    .option("--places <file>", "a CSV file with the names of streets and villages")
    .option("--dry-run", "only checks the files")
    .action(run);
}

async function run(file: string, options: Options): Promise<void> {
  const text = await textOf(file);
  const places = options.places ? await textOf(options.places) : null;
  const installation = await openData(readEnvironment());
  try {
    const community = (await listCommunities()).find(({ slug }) => slug === options.community);
    if (!community) throw new Error(`There is no community “${options.community}”.`);
    await importFiles(community, { file, text, places }, options);
  } finally {
    await installation.close();
  }
}

type Files = { file: string; text: string; places: string | null };

async function importFiles(
  community: Community,
  { file, text, places }: Files,
  options: Options,
): Promise<void> {
  const expected = { zone: community.zone, language: community.languages[0] ?? "en" };
  const { features, problems } = readDistrictText(text, expected);
  const codes = new Set([...(await listDistricts(community)), ...features].map(({ code }) => code));
  const names = places === null ? null : readPlaces(places, codes);
  const complaints = [
    ...problems.map((problem) => `${file}: ${sentence(problem)}`),
    ...(names?.problems ?? []).map(
      ({ line, reason, details }) =>
        `${options.places}:${line}: ${t(`communities.placeProblem.${reason}`, details)}`,
    ),
  ];
  if (complaints.length > 0) {
    process.exitCode = 3;
    throw new Error(`${complaints.join("\n")}\nNothing was changed.`);
  }
  if (options.dryRun)
    return console.log(`${features.length} districts without a mistake. Nothing was changed.`);
  const { added, changed, same } = await importDistricts(community, null, features);
  if (names) await importPlaces(community, null, names.rows);
  console.log(`${added} districts are new, ${changed} changed, ${same} stay the same.`);
  if (names) console.log(`${names.rows.length} names of streets and villages are saved.`);
}

function sentence({ shape, name, reason, details }: DistrictProblem): string {
  const what = t(`communities.fileProblem.${reason}`, details);
  return shape === null ? what : `district ${shape}${name ? ` (${name})` : ""}: ${what}`;
}

async function textOf(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      `The file ${file} cannot be read: ${error.code === "ENOENT" ? "there is no such file" : error.message}.`,
    );
  });
  return readUpload(bytes);
}
