import { allow } from "~/domain/identity/allow.server";
import { findPublishedResult } from "~/domain/results/result-queries.server";
import { turnoutCsv } from "~/domain/results/turnout-csv.server";
import { csvAnswer, readStyle } from "./public-file.server";

/** `/pb/:slug/turnout.csv` */
export const loader = allow("anyone", async ({ community, params, url }) => {
  const result = await findPublishedResult(community, params["slug"] ?? "");
  if (!result || result.turnout.length === 0) throw new Response(null, { status: 404 });
  return csvAnswer(turnoutCsv(result, readStyle(url)), `${result.slug}-turnout.csv`);
});
