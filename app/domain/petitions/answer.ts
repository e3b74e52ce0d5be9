/** What the council does with the demand. */
export const OUTCOMES = ["accepted", "partly", "declined"] as const;
export type AnswerOutcome = (typeof OUTCOMES)[number];

export const VOTES = ["for", "against", "abstained", "absent"] as const;
export type Vote = (typeof VOTES)[number];

export type AnswerDocument = { name: string; address: string };
export type NamedVote = { name: string; vote: Vote };
export type VoteTotals = Record<Vote, number>;

export function totalsOf(votes: readonly NamedVote[]): VoteTotals {
  const totals = { for: 0, against: 0, abstained: 0, absent: 0 };
  for (const { vote } of votes) totals[vote] += 1;
  return totals;
}

/** Only web addresses become links: anything else, such as `javascript:`, could act in the reader's name. */
export function isWebAddress(text: string): boolean {
  if (/[\s\p{Cc}]/u.test(text) || !URL.canParse(text)) return false;
  const { protocol, username } = new URL(text);
  return (protocol === "https:" || protocol === "http:") && username === "";
}
