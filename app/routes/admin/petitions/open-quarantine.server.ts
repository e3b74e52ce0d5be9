import { listDistricts } from "~/domain/communities/community-queries.server";
import type { Handled } from "~/domain/identity/allow.server";
import { findQuarantine } from "~/domain/petitions/quarantine-queries.server";
import { findEffect } from "~/domain/petitions/suspicion-queries.server";
import { openChecked } from "./open-checked.server";

type Asked = Pick<Handled<"moderator">, "community" | "params" | "viewer">;

/** The quarantine of the address, what it would do now, and what this moderator may do with it. */
export async function openQuarantine(asked: Asked) {
  const { community, viewer, params } = asked;
  const { petition, mayCheck } = await openChecked(asked);
  const found = await findQuarantine(community, petition.id, params.id);
  if (!found) throw new Response(null, { status: 404 });
  const waits = found.decision === null;
  const [effect, districts] = await Promise.all([
    waits && !petition.wipedAt ? findEffect(community, petition.id, found.criteria) : null,
    listDistricts(community),
  ]);
  const { number, title, language, signatures } = petition;
  const { criteria, proposedBy, decidedBy, ...shown } = found;
  return {
    petition: { number, title, language, signatures: signatures ?? 0 },
    quarantine: { ...shown, criteria, isMine: proposedBy === viewer.id },
    effect,
    districts: districts.map(({ id, name }) => ({ id, name })),
    mayDecide: mayCheck && waits && proposedBy !== viewer.id,
    mayRestore: mayCheck && found.decision === "annulled" && !found.underWay && decidedBy !== viewer.id,
    isOwnAnnulment: found.decision === "annulled" && decidedBy === viewer.id,
    mayRead: mayCheck,
  };
}

export type OpenedQuarantine = Awaited<ReturnType<typeof openQuarantine>>;
