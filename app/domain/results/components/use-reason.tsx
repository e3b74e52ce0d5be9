import { useFormat, useT } from "~/i18n/use-translation";
import type { ResultProject } from "../published-result";
import { reasonSentence } from "../reason-sentence";

/** Why a project won or lost, in the reader's language; `currency` is the result's. */
export function useReason(currency: string): (project: ResultProject) => string {
  const t = useT();
  const format = useFormat();
  return ({ reason, cost }) => reasonSentence({ t, format, currency }, reason, cost);
}
