import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Community } from "~/domain/communities/community";
import { allow } from "~/domain/identity/allow.server";
import type { Moderator } from "~/domain/identity/viewer";
import { decideReview } from "~/domain/petitions/decide-review.server";
import { decisionForm } from "~/domain/petitions/decision-form";
import { hidePetition } from "~/domain/petitions/hide-petition.server";
import type { ModerationStep } from "~/domain/petitions/moderation";
import { openPetition } from "~/domain/petitions/open-petition.server";
import { refusePetition } from "~/domain/petitions/refuse-petition.server";
import { returnPetition } from "~/domain/petitions/return-petition.server";
import { showPetition } from "~/domain/petitions/show-petition.server";
import { stopPetition } from "~/domain/petitions/stop-petition.server";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { pageMeta } from "~/ui/page-meta";
import { DecisionPage } from "./decision-page";
import { openDecision } from "./open-decision.server";

type Change = typeof openPetition | typeof decideReview;
type Decide = (...given: Parameters<typeof openPetition>) => ReturnType<Change>;

const CHANGES: Record<ModerationStep, Decide> = {
  open: openPetition,
  return: returnPetition,
  refuse: refusePetition,
  hide: hidePetition,
  show: showPetition,
  stop: stopPetition,
  restore: (community: Community, moderator: Moderator, decision) =>
    decideReview(community, moderator, { ...decision, outcome: "upheld" }),
  reject_review: (community: Community, moderator: Moderator, decision) =>
    decideReview(community, moderator, { ...decision, outcome: "rejected" }),
};

export const meta = pageMeta((t) => t("moderation.decision.title"), { hidden: true });

export const loader = allow("moderator", async (asked) => (await openDecision(asked)).shown);

/** The step of the address, once its letter was read; of two moderators one holds, the other sees what happened. */
export const action = allow("moderator", async (asked) => {
  const { community, viewer, locale, origin } = asked;
  const { step, petition } = await openDecision(asked);
  const result = readForm(asked.form, decisionForm(step));
  if (!result.ok) return formFailure(result.errors, result.values);
  const decision = { petitionId: petition.id, answers: result.data, origin };
  const outcome = await CHANGES[step](community, viewer, decision);
  if (outcome.done) return redirect(`/${locale}/admin/petitions/${petition.number}`);
  return formFailure([complaint("form", `moderation.refusal.${outcome.reason}`)], result.values, 409);
});

export default function SendDecision() {
  return <DecisionPage shown={useLoaderData<typeof loader>()} />;
}
