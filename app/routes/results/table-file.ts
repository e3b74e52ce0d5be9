import { allow } from "~/domain/identity/allow.server";
import { resultCsv } from "~/domain/results/result-csv.server";
import { findPublishedResult } from "~/domain/results/result-queries.server";
import { formatter } from "~/i18n/format";
import { isLocale } from "~/i18n/locales";
import { translator } from "~/i18n/translate";
import { csvAnswer, readStyle } from "./public-file.server";

/** `/pb/:slug/results.csv?lang=uk&for=excel` */
export const loader = allow("anyone", async ({ community, params, url, locale }) => {
  const result = await findPublishedResult(community, params["slug"] ?? "");
  if (!result) throw new Response(null, { status: 404 });
  const asked = url.searchParams.get("lang") ?? "";
  const language = isLocale(asked) ? asked : locale;
  const words = { t: translator(language), format: formatter(language, community.zone, community.currency) };
  const style = readStyle(url);
  return csvAnswer(resultCsv(result, words, style), `${result.slug}-results.csv`);
});
