import { allow } from "~/domain/identity/allow.server";
import { resultJson } from "~/domain/results/result-json";
import { findPublishedResult } from "~/domain/results/result-queries.server";
import { publicFile } from "./public-file.server";

/** `/pb/:slug/results.json`; other sites may read it (S-51). */
export const loader = allow("anyone", async ({ community, params, locale, origin }) => {
  const result = await findPublishedResult(community, params["slug"] ?? "");
  if (!result) throw new Response(null, { status: 404 });
  const body = JSON.stringify(resultJson(result, { community: community.name, locale, origin }), null, 1);
  return publicFile(body, "application/json; charset=utf-8", { "Access-Control-Allow-Origin": "*" });
});
