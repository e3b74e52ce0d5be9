import { useLoaderData } from "@remix-run/react";
import { allow } from "~/domain/identity/allow.server";
import { DraftStepPage } from "~/domain/initiatives/components/draft-step";
import { TextFields } from "~/domain/initiatives/components/text-fields";
import { textForm } from "~/domain/initiatives/draft-form";
import { saveDraft } from "~/domain/initiatives/save-draft.server";
import { useT } from "~/i18n/use-translation";
import { formFailure, readForm } from "~/platform/form.server";
import { Details } from "~/ui/details";
import { pageMeta } from "~/ui/page-meta";
import { useFormAnswers } from "~/ui/use-form-answers";
import { afterSave, openDraft } from "./open-draft.server";

export const meta = pageMeta((t) => t("initiatives.submit.step.text"), { hidden: true });

export const loader = allow("anyone", async (input) => {
  const { draft, frame } = await openDraft(input);
  const { problem = "", proposal = "", beneficiaries = "" } = draft.answers;
  return { frame, stored: { problem, proposal, beneficiaries } };
});

export const action = allow("anyone", async (input) => {
  const result = readForm(input.form, textForm);
  if (!result.ok) return formFailure(result.errors, result.values);
  const { version: seen, ...answers } = result.data;
  const outcome = await saveDraft(input.community, input.params.resume ?? "", {
    step: "text",
    answers,
    seen,
  });
  return afterSave(input, "text", outcome);
});

export default function DraftText() {
  const { frame, stored } = useLoaderData<typeof loader>();
  const t = useT();
  const answers = useFormAnswers();
  return (
    <DraftStepPage
      frame={frame}
      step="text"
      title={t("initiatives.submit.step.text")}
      lead={t("initiatives.submit.textLead")}
      errors={answers.errors}
    >
      <Details summary={t("initiatives.submit.exampleSummary")}>
        {(["problem", "proposal", "beneficiaries"] as const).map((field) => (
          <p key={field}>
            <strong>{t(`initiatives.field.${field}`)}</strong> {t(`initiatives.submit.example.${field}`)}
          </p>
        ))}
      </Details>
      <TextFields stored={stored} answers={answers} />
    </DraftStepPage>
  );
}
