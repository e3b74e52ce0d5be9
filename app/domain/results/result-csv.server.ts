import type { Format } from "~/i18n/format";
import type { T } from "~/i18n/translate";
import { type CsvStyle, csv } from "./csv.server";
import { majorUnits } from "./money-text";
import type { PublishedResult } from "./published-result";
import { reasonSentence } from "./reason-sentence";
import { PROJECT_COLUMNS } from "./result-columns";

type Words = { t: T; format: Format };

/** One row per project, list by list; amounts in major units. */
export function resultCsv({ lists, currency }: PublishedResult, words: Words, style: CsvStyle): string {
  const rows = lists.flatMap(({ key, projects }) =>
    projects.map((project) => [
      key,
      project.place,
      project.code,
      project.title,
      project.category,
      project.area,
      majorUnits(project.cost, currency),
      currency,
      project.votes,
      project.score,
      project.funded ? 1 : 0,
      project.round ?? "",
      project.reason.code,
      reasonSentence({ ...words, currency }, project.reason, project.cost),
      project.missing?.moreVotes ?? "",
      project.missing?.cheaperBy ?? "",
    ]),
  );
  return csv(PROJECT_COLUMNS, rows, style);
}
