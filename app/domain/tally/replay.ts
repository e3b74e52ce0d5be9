import type { CountResult } from "~/domain/tally/count-result";
import type { Election } from "~/domain/tally/election";

/** A recount held against the winners that were published. */
export interface Agreement {
  readonly agrees: boolean;
  /** Ids that only the recount funds, and ids that only the publication names. */
  readonly onlyCounted: readonly string[];
  readonly onlyPublished: readonly string[];
  /** The likeliest cause of a difference; `null` where there is none. */
  readonly cause: DifferenceCause | null;
}

export type DifferenceCause =
  /** The file names a rule that nobody has written down, so most votes first was tried. */
  | "rule-not-known"
  /** The publication funds for more than the budget of the file. */
  | "more-spent-than-budget"
  /** Votes published per project differ from the ballots, such as those cast on paper. */
  | "ballots-missing"
  /** The projects in which they differ are equal under the rule. */
  | "tie"
  /** What was funded beyond the count would have fitted: the rule had another threshold or order. */
  | "other-order-or-threshold"
  /** A project that the rule funds was passed over. */
  | "winner-passed-over";

/** What is known about the publication apart from its winners. */
export interface PublishedFacts {
  readonly winners: readonly string[];
  readonly ruleKnown: boolean;
  /** The published number of votes by project id; empty where there is none. */
  readonly votes: ReadonlyMap<string, number>;
}

/** Compares a recount with the published winners and names the likeliest cause of a difference. */
export function agreement(election: Election, counted: CountResult, published: PublishedFacts): Agreement {
  const ours = new Set(counted.selected);
  const theirs = new Set(published.winners);
  const onlyCounted = counted.selected.filter((id) => !theirs.has(id));
  const onlyPublished = published.winners.filter((id) => !ours.has(id));
  const agrees = onlyCounted.length + onlyPublished.length === 0;
  const cause = agrees ? null : causeOf(election, counted, published, [...onlyCounted, ...onlyPublished]);
  return { agrees, onlyCounted, onlyPublished, cause };
}

function causeOf(
  election: Election,
  counted: CountResult,
  published: PublishedFacts,
  apart: readonly string[],
): DifferenceCause {
  const costOf = (id: string) => election.projects[election.indexOf.get(id) ?? -1]?.cost ?? 0n;
  const spent = published.winners.reduce((sum, id) => sum + costOf(id), 0n);
  if (!published.ruleKnown) return "rule-not-known";
  if (spent > election.budget) return "more-spent-than-budget";
  const scores = new Map(
    counted.projects.map(({ id, votes, score }) => [id, { votes, score: Number(score) }]),
  );
  const missing = [...published.votes].some(([id, votes]) => {
    const own = scores.get(id);
    return own !== undefined && votes > own.votes && votes > own.score;
  });
  if (missing) return "ballots-missing";
  if (new Set(apart.map((id) => scores.get(id)?.score)).size === 1 && apart.length > 1) return "tie";
  return apart.some((id) => counted.selected.includes(id))
    ? "winner-passed-over"
    : "other-order-or-threshold";
}
