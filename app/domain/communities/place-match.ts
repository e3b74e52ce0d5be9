import { type FoldedName, foldedText } from "./fold-name";

/** How well a stored name answers what was typed, best first. */
export const MATCHES = ["exact", "name", "start", "word", "similar"] as const;
export type Match = (typeof MATCHES)[number];

/** A stored name that may be meant; `similarity` from 0 to 1 is the database's, of the typed name and any part of the stored one. */
export type Candidate = FoldedName & { similarity: number };

/** Below this, names of a handful of letters have too much in common by chance. */
export const LEAST_SIMILARITY = 0.5;

export function matchOf(candidate: Candidate, searched: FoldedName): Match | null {
  const { bare } = searched;
  if (!bare) return null;
  const sameType = !searched.type || !candidate.type || searched.type === candidate.type;
  if (candidate.bare === bare)
    return foldedText(candidate) === foldedText(searched) ? "exact" : sameType ? "name" : "word";
  if (candidate.bare.startsWith(bare)) return sameType ? "start" : "word";
  if (` ${candidate.bare}`.includes(` ${bare}`)) return "word";
  return candidate.similarity >= LEAST_SIMILARITY ? "similar" : null;
}

/**
 * The names to show: only those of the best kind of match, "exact" and "name" counting as one, since
 * a village and a street may share a name. Ordered by similarity, equals as they came.
 */
export function bestMatches<C extends Candidate>(
  candidates: readonly C[],
  searched: FoldedName,
): (C & { match: Match })[] {
  const matched = candidates.flatMap((candidate) => {
    const match = matchOf(candidate, searched);
    return match ? [{ ...candidate, match }] : [];
  });
  const best = MATCHES.find((match) => matched.some((candidate) => candidate.match === match));
  if (!best) return [];
  const shown = best === "exact" && searched.type === null ? ["exact", "name"] : [best];
  return matched
    .filter(({ match }) => shown.includes(match))
    .sort((one, other) => other.similarity - one.similarity);
}
