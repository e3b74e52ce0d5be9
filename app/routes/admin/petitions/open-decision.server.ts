import { findWorkCalendar } from "~/domain/communities/calendar-queries.server";
import { termEnd } from "~/domain/communities/working-days";
import type { Handled } from "~/domain/identity/allow.server";
import type { DecisionAnswers } from "~/domain/petitions/decision-form";
import { decisionLetter } from "~/domain/petitions/decision-letter";
import { MODERATION_STEPS, termAfter } from "~/domain/petitions/moderation";
import { listStaffEvents } from "~/domain/petitions/moderation-queries.server";
import { findPetitionRules } from "~/domain/petitions/rules-queries.server";
import { now } from "~/platform/clock.server";
import { openModerated } from "./open-moderated.server";

type Asked = Pick<Handled<"moderator">, "community" | "params" | "viewer" | "origin">;

/** The step of the address with the petition it is about, what may be done now, and the last thing that happened. */
export async function openDecision(asked: Asked) {
  const step = MODERATION_STEPS.find((known) => known === asked.params["step"]);
  if (!step) throw new Response(null, { status: 404 });
  const { petition, acts, lock } = await openModerated(asked);
  const [newest] = await listStaffEvents(asked.community, petition.id);
  const term = await nextTerm(asked, step, petition);
  const { number, title, language, state } = petition;
  const last = newest ? { step: newest.step, by: newest.by, at: newest.at, note: newest.note } : null;
  const heldBy = lock && !lock.mine ? { name: lock.name, until: lock.until } : null;
  const possible = acts.includes(step);
  return {
    step,
    petition,
    dueAt: term,
    shown: { step, number, title, language, state, dueAt: term, possible, heldBy, last },
  };
}

/** The end of the term that would begin now; the change itself goes by the database's clock. */
async function nextTerm(
  { community }: Asked,
  step: (typeof MODERATION_STEPS)[number],
  { rules }: Awaited<ReturnType<typeof openModerated>>["petition"],
): Promise<Date | null> {
  const term = termAfter(step, rules, (await findPetitionRules(community)).rules);
  return term && termEnd(now(), term, community.zone, await findWorkCalendar(community));
}

/** The letter as the author would get it. */
export async function previewOf(
  { community, origin }: Asked,
  { step, petition, dueAt }: Awaited<ReturnType<typeof openDecision>>,
  answers: DecisionAnswers,
) {
  const { number, title, language, hiddenAt } = petition;
  const unseen = step === "return" || step === "hide" || answers.hide;
  const stillHidden = hiddenAt !== null && step !== "show" && step !== "restore";
  const page = unseen || stillHidden ? null : `${origin}/${language}/petitions/${number}`;
  const letter = decisionLetter({ ...answers, step, number, title, language, dueAt, page }, community);
  return { ...letter, language };
}
