import { allow } from "~/domain/identity/allow.server";
import { findRound, listAmendments } from "~/domain/prioritisation/round-queries.server";
import { roundSheet } from "~/domain/prioritisation/round-sheet";
import { findDraw } from "~/domain/voting/draw-queries.server";

/** The rules of a round for programs: the sheet as it stands and every amendment of it. */
export const loader = allow("anyone", async ({ community, params }) => {
  const round = await findRound(community, params["slug"] ?? "");
  if (!round || round.source) throw new Response(null, { status: 404 });
  const drawn = round.rules.tieOrder === "draw";
  const draw = drawn ? await findDraw(community, round.id) : null;
  const amendments = await listAmendments(community, round.id);
  const file = {
    format: "openward-rules-1",
    community: community.slug,
    zone: community.zone,
    currency: community.currency,
    round: round.slug,
    version: round.rulesVersion,
    lockedAt: round.lockedAt,
    rules: Object.fromEntries(roundSheet(round)),
    draw: drawn
      ? {
          method: "openward-draw-1",
          source: round.rules.drawSource ?? {},
          commitment: draw?.commitment ?? null,
          check: 'commitment = hex(SHA-256("openward-draw-1" + "\n" + seed))',
          publicValue: draw?.revealed?.publicValue ?? null,
          seed: draw?.revealed?.seed ?? null,
        }
      : null,
    amendments,
  };
  return new Response(`${JSON.stringify(file, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Cache-Control": "public, max-age=5",
      "Access-Control-Allow-Origin": "*",
    },
  });
});
