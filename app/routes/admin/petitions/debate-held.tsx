import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { holdForm } from "~/domain/petitions/debate-form";
import { holdDebate } from "~/domain/petitions/hold-debate.server";
import { useT } from "~/i18n/use-translation";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { pageMeta } from "~/ui/page-meta";
import { DebateEndPage } from "./debate-end-page";
import { MinutesField } from "./minutes-field";
import { openDebate } from "./open-answered.server";

export const meta = pageMeta((t) => t("answers.set.hold"), { hidden: true });

export const loader = allow("clerk", async (asked) => (await openDebate(asked)).shown);

export const action = allow("clerk", async (asked) => {
  const { petition, shown } = await openDebate(asked);
  const result = readForm(asked.form, holdForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const { seen: debateId, minutesAddress } = result.data;
  const held = { petitionId: petition.id, debateId, minutesAddress };
  const outcome = await holdDebate(asked.community, asked.viewer, held);
  if (outcome.done) return redirect(`${shown.base}/debate`);
  return formFailure([complaint("form", `answers.refusal.${outcome.reason}`)], result.values, 409);
});

export default function DebateHeld() {
  const t = useT();
  const shown = useLoaderData<typeof loader>();
  return (
    <DebateEndPage
      shown={shown}
      path="held"
      title={t("answers.set.hold")}
      lead={t("answers.set.holdLead")}
      button={t("answers.set.holdButton")}
      possible={shown.acts.includes("hold")}
    >
      <MinutesField optional />
    </DebateEndPage>
  );
}
