import type { Handled } from "~/domain/identity/allow.server";
import {
  findModerated,
  findPetitionLock,
  type ModeratedPetition,
} from "~/domain/petitions/moderation-queries.server";
import { petitionNumber } from "~/domain/petitions/petition";
import { moderatorActs } from "~/domain/petitions/policy";

type Asked = Pick<Handled<"moderator">, "community" | "params" | "viewer">;

type Opened = ModeratedPetition & Awaited<ReturnType<typeof readDesk>>;

/** The petition of the address as this moderator may read it, with what they may do now; 404 for any other. */
export async function openModerated(asked: Asked): Promise<Opened> {
  const number = petitionNumber(asked.params["number"]);
  const found = number === null ? null : await findModerated(asked.community, asked.viewer, number);
  if (!found) throw new Response(null, { status: 404 });
  return { ...found, ...(await readDesk(asked, found)) };
}

async function readDesk({ community, viewer }: Asked, found: ModeratedPetition) {
  const { petition, waiting, isOwn } = found;
  const lock = await findPetitionLock(community, petition.id);
  return {
    acts: moderatorActs(viewer.id, { ...petition, isOwn, review: waiting }),
    /** Somebody has to decide on it now, so that it is taken on before. */
    awaits: petition.state === "moderation" || waiting !== null,
    lock: lock && { ...lock, mine: lock.personId === viewer.id },
    /** The refusal under review is the reader's own. */
    mayNotReview: waiting !== null && waiting.refusedBy === viewer.id,
  };
}

/** What the desk shows. */
export function deskOf({ acts, awaits, lock, mayNotReview, isOwn }: Opened) {
  return { acts, awaits, lock, mayNotReview, isOwn };
}
