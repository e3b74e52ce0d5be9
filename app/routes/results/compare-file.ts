import { allow } from "~/domain/identity/allow.server";
import { compareCsv } from "~/domain/results/compare-csv.server";
import { findComparison } from "~/domain/results/compare-queries.server";
import { comparedLists } from "~/domain/results/compare-summary";
import { findPublishedResult } from "~/domain/results/result-queries.server";
import { csvAnswer, readStyle } from "./public-file.server";

/** `/pb/:slug/compare.csv?for=excel`: the same ballots under each rule. */
export const loader = allow("anyone", async ({ community, params, url }) => {
  const slug = params["slug"] ?? "";
  const [result, comparison] = await Promise.all([
    findPublishedResult(community, slug),
    findComparison(community, slug),
  ]);
  const lists = result && comparison ? comparedLists(result.lists, comparison.outcomes) : [];
  if (!result || lists.length === 0) throw new Response(null, { status: 404 });
  return csvAnswer(compareCsv(lists, result.currency, readStyle(url)), `${slug}-compare.csv`);
});
