import { localText } from "~/i18n/local-text";
import { useLocale, useT } from "~/i18n/use-translation";
import type { ResultList } from "../published-result";

/** What a list of projects is called: its district, or the whole community. */
export function useListName(): (list: Pick<ResultList, "district">) => string {
  const t = useT();
  const locale = useLocale();
  return ({ district }) => (district ? localText(district, locale).text : t("results.envelope.community"));
}
