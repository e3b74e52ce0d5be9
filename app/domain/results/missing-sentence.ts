import type { Format } from "~/i18n/format";
import type { T } from "~/i18n/translate";
import { priceMinor } from "./money-text";
import type { Missing } from "./what-was-missing";

type Words = { t: T; format: Format; currency: string };

/** What would have funded a project; `mostVotes` were tried. */
export function missingSentence(words: Words, missing: Missing, mostVotes: number): string {
  const { t } = words;
  const { votes, money } = figuresOf(words, missing);
  if (missing.notCounted) return t("results.missing.tooLong");
  if (votes !== null && money !== null) return t("results.missing.both", { votes, money });
  if (votes !== null) return t("results.missing.votes", { votes });
  if (money !== null) return t("results.missing.money", { money, most: mostVotes });
  return t("results.missing.nothing", { most: mostVotes });
}

/** The same in a few words for a table; nothing where neither would have done. */
export function missingInShort(words: Words, missing: Missing): string | null {
  const { t } = words;
  const { votes, money } = figuresOf(words, missing);
  if (votes !== null && money !== null) return t("results.missing.shortBoth", { votes, money });
  if (votes !== null) return t("results.missing.shortVotes", { votes });
  return money === null ? null : t("results.missing.shortMoney", { money });
}

function figuresOf({ format, currency }: Words, { moreVotes, cheaperBy }: Missing) {
  const money = cheaperBy === null ? null : format.money(priceMinor(Number(cheaperBy), currency), currency);
  return { votes: moreVotes, money };
}
