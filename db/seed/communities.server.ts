import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Community } from "~/domain/communities/community";
import type { NewCommunity } from "~/domain/communities/community-form";
import { createCommunity } from "~/domain/communities/create-community.server";
import { importDistricts } from "~/domain/communities/import-districts.server";
import { importPlaces } from "~/domain/communities/import-places.server";
import { readPlaces } from "~/domain/communities/place-file";
import { readDistrictText } from "~/domain/communities/read-district-text";

const VILSHANA: NewCommunity = {
  slug: "vilshana",
  name: { uk: "Вільшанська громада", ru: "Вильшанская община", en: "Vilshana community" },
  zone: "Europe/Kyiv",
  currency: "UAH",
  languages: ["uk", "ru", "en"],
};

const BEREZOVKA: NewCommunity = {
  slug: "berezovka",
  name: { ru: "Берёзовка", en: "Beryozovka" },
  zone: "Asia/Krasnoyarsk",
  currency: "RUB",
  languages: ["ru", "en"],
};

/** Two invented communities with invented districts and streets; the first answers on the install's address. */
export async function seedCommunities(): Promise<{ vilshana: Community; berezovka: Community }> {
  return { vilshana: await found(VILSHANA), berezovka: await found(BEREZOVKA) };
}

async function found(given: NewCommunity): Promise<Community> {
  const founded = await createCommunity(given, { demo: true });
  if (!founded.done) throw new Error(`There is a community ${given.slug} already.`);
  const community = founded.value;
  const expected = { zone: given.zone, language: given.languages[0] ?? "uk" };
  const { features, problems } = readDistrictText(
    await seedFile(`${given.slug}-districts.geojson`),
    expected,
  );
  const codes = new Set(features.map(({ code }) => code));
  const places = readPlaces(await seedFile(`${given.slug}-places.csv`), codes);
  if (problems.length + places.problems.length > 0)
    throw new Error(`The files of ${given.slug} have mistakes.`);
  await importDistricts(community, null, features);
  await importPlaces(community, null, places.rows);
  return community;
}

function seedFile(name: string): Promise<string> {
  return readFile(join(process.cwd(), "db", "seed", name), "utf8");
}
