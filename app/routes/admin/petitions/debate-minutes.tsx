import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { addMinutes } from "~/domain/petitions/add-minutes.server";
import { minutesForm } from "~/domain/petitions/debate-form";
import { useT } from "~/i18n/use-translation";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { pageMeta } from "~/ui/page-meta";
import { DebateEndPage } from "./debate-end-page";
import { MinutesField } from "./minutes-field";
import { openDebate } from "./open-answered.server";

export const meta = pageMeta((t) => t("answers.set.addMinutes"), { hidden: true });

export const loader = allow("clerk", async (asked) => (await openDebate(asked)).shown);

export const action = allow("clerk", async (asked) => {
  const { petition, shown } = await openDebate(asked);
  const result = readForm(asked.form, minutesForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const { seen: debateId, minutesAddress } = result.data;
  const minutes = { petitionId: petition.id, debateId, minutesAddress };
  const outcome = await addMinutes(asked.community, asked.viewer, minutes);
  if (outcome.done) return redirect(`${shown.base}/debate`);
  return formFailure([complaint("form", `answers.refusal.${outcome.reason}`)], result.values, 409);
});

export default function DebateMinutes() {
  const t = useT();
  const shown = useLoaderData<typeof loader>();
  return (
    <DebateEndPage
      shown={shown}
      path="minutes"
      title={t("answers.set.addMinutes")}
      lead={t("answers.set.addMinutesLead")}
      button={t("answers.set.addMinutesButton")}
      possible={shown.newest?.isHeld ?? false}
    >
      <MinutesField stored={shown.newest?.minutesAddress ?? ""} />
    </DebateEndPage>
  );
}
