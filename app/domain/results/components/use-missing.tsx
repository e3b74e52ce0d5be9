import { useFormat, useT } from "~/i18n/use-translation";
import { missingInShort, missingSentence } from "../missing-sentence";
import type { Missing } from "../what-was-missing";

/** What would have funded a project, in the reader's language: a sentence, or a few words. */
export function useMissing(currency: string) {
  const words = { t: useT(), format: useFormat(), currency };
  return {
    sentence: (missing: Missing, mostVotes: number) => missingSentence(words, missing, mostVotes),
    inShort: (missing: Missing) => missingInShort(words, missing),
  };
}
