import type { FeatureCollection } from "geojson";
import { listDrawnDistricts } from "~/domain/communities/district-queries.server";
import { allow } from "~/domain/identity/allow.server";

/** Open data and the source of the movable map: the districts with the borders that the pages draw. */
export const loader = allow("anyone", async ({ community }) => {
  const districts = await listDrawnDistricts(community);
  const collection: FeatureCollection = {
    type: "FeatureCollection",
    features: districts.flatMap(({ code, name, population, outline }) => {
      const names = Object.fromEntries(
        Object.entries(name).map(([language, text]) => [`name_${language}`, text]),
      );
      if (!outline) return [];
      return [{ type: "Feature", id: code, properties: { code, ...names, population }, geometry: outline }];
    }),
  };
  return new Response(JSON.stringify(collection), {
    headers: { "Content-Type": "application/geo+json", "Cache-Control": "public, max-age=5" },
  });
});
