import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { decideQuarantine } from "~/domain/petitions/decide-quarantine.server";
import { restoreSignatures } from "~/domain/petitions/restore-signatures.server";
import { complaint, formFailure } from "~/platform/form.server";
import { pageMeta } from "~/ui/page-meta";
import { openQuarantine } from "./open-quarantine.server";
import { QuarantinePage } from "./quarantine-page";

const STEPS = ["annul", "release", "restore"] as const;

export const meta = pageMeta((t) => t("integrity.quarantine.one"), { hidden: true });

export const loader = allow("moderator", openQuarantine);

/** The step of the address; of two people one holds, the other is told what happened. */
export const action = allow("moderator", async (asked) => {
  const { community, viewer, locale, params } = asked;
  const step = STEPS.find((known) => known === params.step);
  if (!step) throw new Response(null, { status: 404 });
  const { petition, quarantine, mayRead } = await openQuarantine(asked);
  const refusal = (reason: Reason) =>
    formFailure([complaint("form", `integrity.refusal.${reason}`)], {}, 409);
  if (!mayRead) return refusal("own_petition");
  const outcome =
    step === "restore"
      ? await restoreSignatures(community, viewer, quarantine.id)
      : await decideQuarantine(community, viewer, {
          quarantineId: quarantine.id,
          decision: step === "annul" ? "annulled" : "released",
        });
  if (!outcome.done) return refusal(outcome.reason);
  return redirect(`/${locale}/admin/petitions/${petition.number}/quarantines/${quarantine.id}`);
});

type Reason = "own_petition" | "own_proposal" | "decided" | "wiped" | "own_annulment" | "not_annulled";

/** Reached when the decision was refused, or by its address: how it stands, and what may be done. */
export default function DecideQuarantine() {
  return <QuarantinePage opened={useLoaderData<typeof loader>()} />;
}
