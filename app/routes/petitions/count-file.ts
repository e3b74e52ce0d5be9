import { allow } from "~/domain/identity/allow.server";
import { findCountedAt } from "~/domain/petitions/petition-count-queries.server";
import { petitionProgress } from "~/domain/petitions/petition-progress";
import { listThresholdFacts } from "~/domain/petitions/petition-queries.server";
import { now } from "~/platform/clock.server";
import { openReadable } from "./open-public.server";

/** Fresh for one interval of the counting job (SC-7); other sites may read it (S-51). */
const HEADERS = {
  "Content-Type": "application/json; charset=utf-8",
  "Cache-Control": "public, max-age=1, stale-while-revalidate=2, stale-if-error=5",
  "Access-Control-Allow-Origin": "*",
};

/** `/petitions/214/count.json`: the published count and how far it is from the next threshold. */
export const loader = allow("anyone", async ({ community, params }) => {
  const found = await openReadable({ community, params });
  const [facts, countedAt] = await Promise.all([
    listThresholdFacts(community, found.id),
    findCountedAt(community),
  ]);
  const { number, state, closesAt } = found;
  const { signatures, goal, left } = petitionProgress(
    found.rules.thresholds,
    found.signatures ?? 0,
    facts.map(({ threshold }) => threshold),
    state !== "open",
  );
  const isOpen = state === "open" && closesAt !== null && now() < closesAt;
  return new Response(JSON.stringify({ number, signatures, goal, left, isOpen, closesAt, countedAt }), {
    headers: HEADERS,
  });
});
