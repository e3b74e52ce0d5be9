import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { DEBATE_LIMITS, dropForm } from "~/domain/petitions/debate-form";
import { dropDebate } from "~/domain/petitions/drop-debate.server";
import { useT } from "~/i18n/use-translation";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { pageMeta } from "~/ui/page-meta";
import { TextArea } from "~/ui/text-area";
import { useFormAnswers } from "~/ui/use-form-answers";
import { DebateEndPage } from "./debate-end-page";
import { openDebate } from "./open-answered.server";

export const meta = pageMeta((t) => t("answers.set.drop"), { hidden: true });

export const loader = allow("clerk", async (asked) => (await openDebate(asked)).shown);

export const action = allow("clerk", async (asked) => {
  const { petition, shown } = await openDebate(asked);
  const result = readForm(asked.form, dropForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const { seen: debateId, reason } = result.data;
  const outcome = await dropDebate(asked.community, asked.viewer, {
    petitionId: petition.id,
    debateId,
    reason,
  });
  if (outcome.done) return redirect(`${shown.base}/debate`);
  return formFailure([complaint("form", `answers.refusal.${outcome.reason}`)], result.values, 409);
});

export default function DebateNotHeld() {
  const t = useT();
  const shown = useLoaderData<typeof loader>();
  const { text, error } = useFormAnswers();
  return (
    <DebateEndPage
      shown={shown}
      path="not-held"
      title={t("answers.set.drop")}
      lead={t("answers.set.dropLead")}
      button={t("answers.set.dropButton")}
      possible={shown.acts.includes("drop")}
    >
      <TextArea
        name="reason"
        label={t("answers.set.reason")}
        rows={4}
        maxCharacters={DEBATE_LIMITS.reason}
        defaultValue={text("reason")}
        error={error("reason")}
      />
    </DebateEndPage>
  );
}
