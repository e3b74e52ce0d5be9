import { createCommunity } from "~/domain/communities/create-community.server";

/** Fills an empty install with an invented town, part by part. */
export async function seedDemo(): Promise<void> {
  await createCommunity({
    slug: "vilshana",
    name: { uk: "Вільшанська громада", ru: "Вольшанская община", en: "Vilshana community" },
    zone: "Europe/Kyiv",
    currency: "UAH",
    languages: ["uk", "ru", "en"],
  });
}
