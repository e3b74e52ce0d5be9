/** Whom a limit counts. A country is known only for networks that staff have named. */
export const LIMIT_SCOPES = ["address", "network", "country", "mailbox"] as const;
export type LimitScope = (typeof LIMIT_SCOPES)[number];

export type SigningLimit = { most: number; minutes: number };
export type SigningLimits = Readonly<Partial<Record<LimitScope, SigningLimit>>>;

/** In force until staff set their own: letters asked for, and for a mailbox those that nobody has confirmed. */
export const DEFAULT_LIMITS: SigningLimits = {
  address: { most: 20, minutes: 60 },
  network: { most: 200, minutes: 60 },
  mailbox: { most: 3, minutes: 24 * 60 },
};

/** The default ones with those that staff have set. */
export function limitsInForce(set: readonly (SigningLimit & { scope: LimitScope })[]): SigningLimits {
  const own = set.map(({ scope, most, minutes }) => [scope, { most, minutes }] as const);
  return { ...DEFAULT_LIMITS, ...Object.fromEntries(own) };
}

/** How staff treat a network: `blocked` gets no letters, `trusted` is not counted, such as a library's. */
export const NETWORK_TREATMENTS = ["blocked", "trusted", "usual"] as const;
export type NetworkTreatment = (typeof NETWORK_TREATMENTS)[number];

/** What is to be said to a mailbox: the letter, the last letter of the day for all that waits, or nothing. */
export type LetterVerdict = "letter" | "digest" | "none";

/** Judges by letters nobody has confirmed, the present one included. The asker never learns it (S-21, A-2). */
export function letterVerdict(unconfirmed: number, limit: SigningLimit | undefined): LetterVerdict {
  if (!limit || unconfirmed <= limit.most) return "letter";
  return unconfirmed <= limit.most + 1 ? "digest" : "none";
}

/** Names the counter of one address, network, country or mailbox. */
export function limitKey(scope: LimitScope, subject: string): [kind: string, scope: string, subject: string] {
  return ["ask-to-sign", scope, subject];
}
