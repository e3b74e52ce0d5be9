import type { Community } from "~/domain/communities/community";
import { countAttempts } from "~/domain/identity/attempt-limit.server";
import { done, type Outcome, refused } from "~/shared/outcome";
import { findSigningGate } from "./signing-gate-queries.server";
import { type LetterVerdict, type LimitScope, letterVerdict, limitKey } from "./signing-limits";
import type { SigningOrigin } from "./signing-origin.server";

type Asker = SigningOrigin & { clientAddress: string; signerKey: string };

/**
 * Counts one letter asked for against every limit that holds here, with one statement. That an address or network
 * asks too often is told to it; what a mailbox gets is told to nobody but the mailbox (S-21), and a blocked network
 * is answered like any other.
 */
export async function countAsking(
  community: Community,
  { clientAddress, signerKey, addressHash, networkHash }: Asker,
): Promise<Outcome<LetterVerdict, "too_many">> {
  const { limits, treatment, country } = await findSigningGate(community, clientAddress);
  const places: [LimitScope, string | null][] = [
    ["address", addressHash],
    ["network", networkHash],
    ["country", country],
  ];
  const subjects: [LimitScope, string | null][] = [
    ["mailbox", signerKey],
    ...(treatment === "trusted" ? [] : places),
  ];
  const counted = subjects.flatMap(([scope, subject]) => {
    const rule = limits[scope];
    return rule && subject !== null ? [{ scope, rule, key: limitKey(scope, subject) }] : [];
  });
  const tallies = await countAttempts(community, counted);
  const results = counted.map(({ scope, rule }, place) => ({ scope, rule, tally: tallies[place] }));
  const overdrawn = results.find(
    ({ scope, rule, tally }) => scope !== "mailbox" && tally && tally.attempts > rule.most,
  );
  if (overdrawn) return refused("too_many", { minutes: overdrawn.tally?.minutes ?? 1 });
  if (treatment === "blocked") return done("none");
  const mailbox = results.find(({ scope }) => scope === "mailbox");
  return done(letterVerdict(mailbox?.tally?.attempts ?? 0, limits.mailbox));
}
