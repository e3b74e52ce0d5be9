import { canonicalEmail } from "~/domain/identity/email";
import { holds, type Viewer } from "~/domain/identity/viewer";
import { MODERATION_STEPS, type ModerationStep } from "./moderation";
import { isPublic, mayMove, type PetitionState } from "./petition";

/** What of a petition decides who may moderate it. */
export type Moderated = {
  state: PetitionState;
  openedAt: Date | null;
  hiddenAt: Date | null;
  /** The moderator is its author. */
  isOwn: boolean;
  /** The request that waits for a decision, with the moderator who refused. */
  review: { refusedBy: string | null } | null;
};

/** Until it is handed in, a petition is between its author and the first signatories (S-8, R-10). */
export function moderatorsRead({ state, openedAt }: Pick<Moderated, "state" | "openedAt">): boolean {
  return state !== "gathering" && (state !== "withdrawn" || openedAt !== null);
}

/** A hidden text is shown to moderators only; everybody else sees the number and the ground. */
export function mayReadText(viewer: Viewer, { hiddenAt }: Pick<Moderated, "hiddenAt">): boolean {
  return hiddenAt === null || holds(viewer, "moderator");
}

/** Whether a moderator wrote the petition, signed in or by mail. */
export function isOwnPetition(
  moderator: { id: string; email: string },
  { authorId, authorEmail }: { authorId: string | null; authorEmail: string },
): boolean {
  return authorId === moderator.id || canonicalEmail(authorEmail) === canonicalEmail(moderator.email);
}

/** The steps a moderator may take: none with an own petition, and nobody reviews an own refusal. */
export function moderatorActs(moderatorId: string, petition: Moderated): ModerationStep[] {
  if (!moderatorsRead(petition) || petition.isOwn) return [];
  return MODERATION_STEPS.filter((step) => isOpenTo(step, moderatorId, petition));
}

function isOpenTo(step: ModerationStep, moderatorId: string, petition: Moderated): boolean {
  const { state, hiddenAt, review } = petition;
  if (step === "hide") return isPublic(petition) && hiddenAt === null;
  if (step === "show") return hiddenAt !== null;
  if (step === "restore" || step === "reject_review")
    return state === "refused" && review !== null && review.refusedBy !== moderatorId;
  return mayMove(step, state);
}
