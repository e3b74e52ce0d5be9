import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { CostField } from "~/domain/initiatives/components/cost-field";
import { DraftStepPage } from "~/domain/initiatives/components/draft-step";
import { parseCostGuess } from "~/domain/initiatives/cost-guess";
import { costForm } from "~/domain/initiatives/draft-form";
import { saveDraft } from "~/domain/initiatives/save-draft.server";
import { useT } from "~/i18n/use-translation";
import { complaint, formFailure, readForm } from "~/platform/form.server";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";
import { afterSave, openDraft } from "./open-draft.server";

export const meta = pageMeta((t) => t("initiatives.submit.step.cost"), { hidden: true });

export const loader = allow("anyone", async (input) => {
  const { draft, frame } = await openDraft(input);
  return { frame, costGuess: draft.answers.costGuess ?? null };
});

export const action = allow("anyone", async (input) => {
  const result = readForm(input.form, costForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const cost = parseCostGuess(result.data.costGuess);
  if (!cost.done)
    return formFailure([complaint("costGuess", `initiatives.error.cost.${cost.reason}`)], result.values);
  const answers = { costGuess: cost.value ?? undefined };
  const change = { step: "cost", answers, seen: result.data.version } as const;
  return afterSave(input, "cost", await saveDraft(input.community, input.params.resume ?? "", change));
});

export default function DraftCost() {
  const { frame, costGuess } = useLoaderData<typeof loader>();
  const t = useT();
  const answers = useFormAnswers();
  return (
    <DraftStepPage
      frame={frame}
      step="cost"
      title={t("initiatives.submit.step.cost")}
      lead={t("initiatives.submit.costLead")}
      errors={answers.errors}
    >
      <CostField stored={costGuess} answers={answers} />
    </DraftStepPage>
  );
}
