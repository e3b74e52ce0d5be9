import { done, type Outcome, refused } from "~/shared/outcome";
import type { AmendedField } from "./amendment";
import { calendarProblems, stageOf } from "./calendar";
import type { Stage } from "./round";
import type { RoundSetup } from "./round-setup";
import { differences } from "./round-sheet";

/** How far a round has come, read together with its set-up under one lock. */
export type RoundFacts = {
  publishedAt: Date | null;
  lockedAt: Date | null;
  closedAt: Date | null;
  resultPublishedAt: Date | null;
  /** Criterion cards have been filled in. */
  screened: boolean;
  /** By the database's clock. */
  now: Date;
};

export type ChangeRefusal =
  | "reason_required"
  | "finished"
  | "voting_over"
  | "ballot_fixed"
  | "areas_fixed"
  | "envelope_smaller"
  | "criteria_fixed"
  | "criteria_in_use"
  | "calendar_order"
  | "past_fixed"
  | "new_date_in_the_past"
  | "voting_in_the_past";

const SHORTEST_REASON = 20;

/**
 * Whether a set-up may become another one, and as what: freely until the rules are locked, afterwards as an
 * amendment with a reason, within what the ballots already cast allow (S-9). The value lists the changed fields.
 */
export function decideChange(
  before: RoundSetup,
  after: RoundSetup,
  facts: RoundFacts,
  reason: string,
): Outcome<AmendedField[], ChangeRefusal> {
  const changes = differences(before, after);
  const touched = (prefix: string) => changes.some(({ field }) => field.startsWith(prefix));
  if (changes.length === 0) return done(changes);
  if (touched("criterion.") && facts.screened) return refused("criteria_in_use");
  const calendar = touched("stage.") ? calendarRefusal(before, after, facts) : null;
  if (calendar) return refused(calendar);
  if (!facts.lockedAt) return done(changes);
  if (facts.resultPublishedAt) return refused("finished");
  if (facts.closedAt && (touched("rules.") || touched("envelope.") || touched("stage.voting.")))
    return refused("voting_over");
  if (touched("rules.ballot") || touched("rules.maxChoices")) return refused("ballot_fixed");
  if (touched("criterion.")) return refused("criteria_fixed");
  const envelopes = envelopeRefusal(before, after);
  if (envelopes) return refused(envelopes);
  return reason.trim().length < SHORTEST_REASON ? refused("reason_required") : done(changes);
}

function calendarRefusal(
  before: RoundSetup,
  after: RoundSetup,
  { publishedAt, lockedAt, now }: RoundFacts,
): ChangeRefusal | null {
  if (calendarProblems(after.stages).length > 0) return "calendar_order";
  if (!lockedAt) {
    const voting = stageOf(after.stages, "voting");
    return publishedAt && voting && voting.opensAt <= now ? "voting_in_the_past" : null;
  }
  for (const [old, fresh] of edges(before.stages, after.stages)) {
    if (old.getTime() === fresh.getTime()) continue;
    if (old <= now) return "past_fixed";
    if (fresh <= now) return "new_date_in_the_past";
  }
  return null;
}

function edges(before: readonly Stage[], after: readonly Stage[]): [Date, Date][] {
  return after.flatMap((fresh): [Date, Date][] => {
    const old = stageOf(before, fresh.kind);
    if (!old) return [];
    return [
      [old.opensAt, fresh.opensAt],
      [old.closesAt, fresh.closesAt],
    ];
  });
}

/** Ballots name lists and were checked against sums: neither may shrink under them. */
function envelopeRefusal(before: RoundSetup, after: RoundSetup): ChangeRefusal | null {
  const amounts = new Map(after.envelopes.map(({ districtId, amount }) => [districtId, amount]));
  const sameAreas =
    amounts.size === before.envelopes.length &&
    before.envelopes.every(({ districtId }) => amounts.has(districtId));
  if (!sameAreas) return "areas_fixed";
  const smaller = before.envelopes.some(({ districtId, amount }) => (amounts.get(districtId) ?? 0) < amount);
  return smaller ? "envelope_smaller" : null;
}
