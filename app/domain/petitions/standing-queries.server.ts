import { findWorkCalendar } from "~/domain/communities/calendar-queries.server";
import type { Community } from "~/domain/communities/community";
import { termEnd } from "~/domain/communities/working-days";
import { type FoundPetition, listPetitionEvents } from "./petition-queries.server";
import { newestFact, reviewOf, type StandingDates } from "./petition-standing";

/** What happened to a petition, and until when each who has it has time. */
export async function findStanding(community: Community, petition: FoundPetition) {
  const facts = await listPetitionEvents(community, petition.id);
  const refusal = newestFact(facts, "refuse");
  const review = reviewOf(facts);
  const calendar = refusal ? await findWorkCalendar(community) : null;
  const end = (from: Date, term: "reviewRequest" | "reviewDecision") =>
    calendar ? termEnd(from, petition.rules[term], community.zone, calendar) : null;
  const asked = newestFact(facts, "ask_review");
  const dates: StandingDates = {
    gatheringUntil: newestFact(facts, "file")?.dueAt ?? null,
    moderationUntil: petition.moderationDueAt,
    reworkUntil: newestFact(facts, "return")?.dueAt ?? null,
    closesAt: petition.closesAt,
    reviewUntil: refusal && review === "none" ? (refusal.dueAt ?? end(refusal.at, "reviewRequest")) : null,
    reviewDueAt: asked && review === "waiting" ? (asked.dueAt ?? end(asked.at, "reviewDecision")) : null,
  };
  return { facts, dates };
}
